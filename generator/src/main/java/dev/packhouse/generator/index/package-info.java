/**
 * Writes the Lucene index that the server opens as it is, and reads the records back from it.
 *
 * <pre>
 * one segment, one document for each version:
 *
 *   document   0      1      2      3      4      5
 *   name       aws    aws    aws    nginx  nginx  zoom
 *   version    2.0.0  1.1.0  1.0.0  1.3.0  1.2.0  0.9.0    from new to old
 *   name.end   3      3      3      5      5      6        where the next name begins
 * </pre>
 *
 * <p>{@code docs/index-format.md} describes every field; {@link
 * dev.packhouse.generator.index.IndexFields} is what the server knows of this package.
 */
@NullMarked
package dev.packhouse.generator.index;

import org.jspecify.annotations.NullMarked;
