/**
 * Writes the two Lucene indexes that the server opens as they are, and reads the records back.
 *
 * <pre>
 * index/   one segment, one document for each version:
 *
 *   document   0      1      2      3      4      5
 *   name       aws    aws    aws    nginx  nginx  zoom
 *   version    2.0.0  1.1.0  1.0.0  1.3.0  1.2.0  0.9.0    from new to old
 *   name.end   3      3      3      5      5      6        where the next name begins
 *
 * text/    one segment, one document for each name, in the same order:
 *
 *   document   0      1      2
 *   id         aws    nginx  zoom
 *   readme     what a package says of itself: title, description, fields, README and more
 * </pre>
 *
 * <p>{@code PackageIndexer} writes the first, {@code TextIndexer} the second, of what {@code
 * PackageTextReader} finds in a package. {@code docs/index-format.md} describes every field; {@link
 * dev.packhouse.generator.index.IndexFields}, {@link dev.packhouse.generator.index.TextFields} and
 * {@link dev.packhouse.generator.index.TextAnalyzer} are what the server knows of this package.
 */
@NullMarked
package dev.packhouse.generator.index;

import org.jspecify.annotations.NullMarked;
