/** The main class: serve, and the generator's commands beside it. */
@NullMarked
package dev.packhouse.server.cli;

import org.jspecify.annotations.NullMarked;
