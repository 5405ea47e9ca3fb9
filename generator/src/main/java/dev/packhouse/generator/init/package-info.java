/** Makes new packages from the templates that lie beside these classes in the jar. */
@NullMarked
package dev.packhouse.generator.init;

import org.jspecify.annotations.NullMarked;
