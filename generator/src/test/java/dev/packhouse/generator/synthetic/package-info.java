/** Makes up registries of any size for benchmarks; the same ones for the same seed. */
@NullMarked
package dev.packhouse.generator.synthetic;

import org.jspecify.annotations.NullMarked;
