/**
 * What the package spec wants that a schema cannot say: one class, called rule, for each clause.
 * Beside them stand what rules are given to look at, {@link SpecSubject} with its {@link Element}s;
 * what they report to, {@link Findings}; and the questions that several of them ask.
 */
@NullMarked
package dev.packhouse.generator.validate.rule;

import org.jspecify.annotations.NullMarked;
