package dev.packhouse.generator.emit;

import dev.packhouse.generator.model.ArchiveFormat;

/**
 * One archive of a version.
 *
 * @param size in bytes
 * @param sha256 of its bytes, 64 lower-case hexadecimal digits
 * @param signed whether a {@code .sig} lies beside it
 */
public record PublishedArchive(ArchiveFormat format, long size, String sha256, boolean signed) {}
