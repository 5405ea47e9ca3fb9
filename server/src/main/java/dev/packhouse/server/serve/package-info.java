/** HTTP: routes, answers, files, ranges and errors. */
@NullMarked
package dev.packhouse.server.serve;

import org.jspecify.annotations.NullMarked;
