/**
 * Writes packages, archives, records and listings below the output folder.
 *
 * <p>Everything is written below {@code .staging} first, then renamed to its place, then named by a
 * new generation, and only then does the pointer change: see {@code
 * docs/decisions/0002-publishing.md}.
 */
@NullMarked
package dev.packhouse.generator.emit;

import org.jspecify.annotations.NullMarked;
