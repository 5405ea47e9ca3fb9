package dev.packhouse.generator.model;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * Since when a registry has had its versions.
 *
 * @param of nothing for what is none of them
 * @param changed when the registry changed last, in whole seconds
 */
public record FirstPublications(
    Function<PackageId, Optional<FirstPublication>> of, Instant changed) {}
