/**
 * What a package must be to enter a registry: one class, called rule, for each clause. Beside them
 * stand what rules are given to look at, {@link Subject} with its {@link Places}; what they report
 * to, {@link Findings}; and the questions that several of them ask.
 */
@NullMarked
package dev.packhouse.generator.validate.rule;

import org.jspecify.annotations.NullMarked;
