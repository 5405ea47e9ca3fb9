/** Reads Markdown of packages, whoever wrote it, in a time that does not run away. */
@NullMarked
package dev.packhouse.generator.markdown;

import org.jspecify.annotations.NullMarked;
