/** Readers of the texts in a package that are neither YAML nor JSON: templates and Markdown. */
@NullMarked
package dev.packhouse.generator.validate.text;

import org.jspecify.annotations.NullMarked;
