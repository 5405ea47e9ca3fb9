/**
 * Answers queries from the Lucene index.
 *
 * <p>A filter becomes one Lucene query; its matches come in the order of the index, name by name
 * and from new to old. A {@code VersionChoice} takes what it wants of each name, and only then is
 * the category looked at and the answer put together from stored bytes. Nothing but the open index
 * is kept from one request to the next.
 */
@NullMarked
package dev.packhouse.server.search;

import org.jspecify.annotations.NullMarked;
