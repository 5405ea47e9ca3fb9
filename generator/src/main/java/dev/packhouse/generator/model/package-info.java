/** Versions, packages and records as plain values, without input or output. */
@NullMarked
package dev.packhouse.generator.model;

import org.jspecify.annotations.NullMarked;
