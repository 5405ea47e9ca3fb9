package dev.packhouse.generator.model;

/**
 * One version as it is read back from the index, to be written into the listings.
 *
 * @param version as published
 * @param listed an answer without parameters may hold it: it has no pre-release tag and is not
 *     experimental
 * @param json the search record; nobody writes to it
 */
@SuppressWarnings("ArrayRecordComponent")
public record IndexedRecord(
    String name, String version, boolean listed, PackageCategories categories, byte[] json) {}
