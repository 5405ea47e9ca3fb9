/** Runs the stages from package folders to a published registry, with one report. */
@NullMarked
package dev.packhouse.generator.generate;

import org.jspecify.annotations.NullMarked;
