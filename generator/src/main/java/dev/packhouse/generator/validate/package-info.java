/** Turns raw packages into registry packages, or into findings that say why not. */
@NullMarked
package dev.packhouse.generator.validate;

import org.jspecify.annotations.NullMarked;
