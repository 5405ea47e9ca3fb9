/**
 * The pages that explain findings. They are written in {@code docs/findings}, and the build packs
 * them into the jar beside these classes.
 */
@NullMarked
package dev.packhouse.generator.page;

import org.jspecify.annotations.NullMarked;
