package dev.packhouse.generator.describe;

import dev.packhouse.generator.model.ArchiveFormat;

/**
 * An archive that can be fetched.
 *
 * @param path below the output folder
 * @param size in bytes
 * @param sha256 64 lower-case hexadecimal digits
 * @param signed whether a signature lies beside it
 */
public record Download(
    ArchiveFormat format, String path, long size, String sha256, boolean signed) {}
