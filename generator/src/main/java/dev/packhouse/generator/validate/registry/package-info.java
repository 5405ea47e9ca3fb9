/**
 * What a package must be to enter a registry, whether or not it follows the spec: one class, called
 * rule, for each clause. Beside them stand what rules are given to look at, {@link Subject} with
 * its {@link Places}, and the questions that several of them ask.
 */
@NullMarked
package dev.packhouse.generator.validate.registry;

import org.jspecify.annotations.NullMarked;
