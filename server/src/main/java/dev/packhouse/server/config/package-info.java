/** One table of options, read from flags, environment and file. */
@NullMarked
package dev.packhouse.server.config;

import org.jspecify.annotations.NullMarked;
