/**
 * Versions, packages and records as plain values. Nothing here opens a file or a connection; tables
 * of the registry come out of the jar.
 */
@NullMarked
package dev.packhouse.generator.model;

import org.jspecify.annotations.NullMarked;
