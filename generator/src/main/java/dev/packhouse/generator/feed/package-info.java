/**
 * Writes Atom feeds (RFC 4287) of new versions: of all packages, of each category, of each package.
 *
 * <p>Nothing in a feed depends on where it is served: identifiers are made of names, and links are
 * relative to the feed.
 */
@NullMarked
package dev.packhouse.generator.feed;

import org.jspecify.annotations.NullMarked;
