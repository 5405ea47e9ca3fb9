/** The generator's commands and their exit codes. */
@NullMarked
package dev.packhouse.generator.cli;

import org.jspecify.annotations.NullMarked;
