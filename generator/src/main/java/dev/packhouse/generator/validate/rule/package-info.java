/** What a package must be to enter a registry: one class for each clause. */
@NullMarked
package dev.packhouse.generator.validate.rule;

import org.jspecify.annotations.NullMarked;
