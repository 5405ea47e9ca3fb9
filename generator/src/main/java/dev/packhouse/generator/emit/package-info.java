/**
 * Keeps the output folder: writes packages, archives, records, listings, pages, feeds and the list
 * of changes below it, goes back to earlier generations, and removes what is needed no more.
 *
 * <p>Contents of pages, feeds and text indexes come from others; here they are staged, published
 * and copied to the top for plain hosts. Everything is written below {@code .staging} first, then
 * renamed to its place, then named by a new generation, and only then does the pointer change: see
 * {@code docs/decisions/0002-publishing.md}.
 */
@NullMarked
package dev.packhouse.generator.emit;

import org.jspecify.annotations.NullMarked;
