/** Writes packages, archives, records and listings below the output folder. */
@NullMarked
package dev.packhouse.generator.emit;

import org.jspecify.annotations.NullMarked;
