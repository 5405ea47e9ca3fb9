/**
 * The stage after validation: which findings are excused, and on what grounds. Those of a
 * repository stand in a file of its own, {@link ExcuseFile}; those of a package in its {@code
 * validation.yml}, as {@link PackageExclusions}; those of yesterday in a {@link Baseline}.
 */
@NullMarked
package dev.packhouse.generator.excuse;

import org.jspecify.annotations.NullMarked;
