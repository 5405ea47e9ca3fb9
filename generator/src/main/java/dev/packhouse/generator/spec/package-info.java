/**
 * The package spec as data, and its readers. The data lies beside these classes in the jar:
 *
 * <pre>
 * spec/
 *   versions.json          the format versions that there are
 *   docs-structure.json    the sections that documentation has, where a package wants them
 *   layout/{type}.json     which files and folders a package of a type may and must have
 *   layout/{part}.json     folders that several layouts share
 *   schema/{kind}.json     what stands in a kind of file, as JSON Schema
 * </pre>
 *
 * <p>Whatever came or went with a format version says so where it stands, with {@code since} and
 * {@code until}; see docs/spec.md. JSON Schema's library stays in this package.
 */
@NullMarked
package dev.packhouse.generator.spec;

import org.jspecify.annotations.NullMarked;
