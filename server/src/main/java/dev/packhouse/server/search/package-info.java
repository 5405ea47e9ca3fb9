/**
 * Answers queries from the two Lucene indexes of a generation: that of versions, and that of texts,
 * which has a document for each name.
 *
 * <p>A filter becomes one Lucene query over versions; its matches come in the order of the index,
 * name by name and from new to old. A {@code VersionChoice} takes what it wants of each name, and
 * only then is the category looked at. A text ranks names: a name has the same number in both
 * indexes, so the score of each name that passes is found by its number, and the best stand first.
 * What was chosen is put together from stored bytes, counted for facets and categories, or cut into
 * a page, with fewer keys and with highlights where that is asked for.
 *
 * <p>Nothing but the open indexes is kept from one request to the next. An answer is only given
 * where the files were still the same after it was read.
 */
@NullMarked
package dev.packhouse.server.search;

import org.jspecify.annotations.NullMarked;
