package dev.packhouse.generator.model;

import java.util.Optional;

/** A category that packages may list, with the category above it where there is one. */
public record Category(String id, String title, Optional<String> parent) {}
