package dev.packhouse.generator.model;

/**
 * One key of a record: what its value is, and when it is written.
 *
 * @param name as it stands in manifest and record
 */
public record RecordKey(String name, Kind kind, Presence presence) {
  /** What a key's value is. */
  public sealed interface Kind {
    /** A text; numbers and flags in the manifest are written out. */
    record Text() implements Kind {}

    record Flag() implements Kind {}

    /** How many of something there are, 0 or more; only in what is counted, never in a manifest. */
    record Count() implements Kind {}

    /** Any JSON value. */
    record Anything() implements Kind {}

    /** An object with any keys. */
    record AnyObject() implements Kind {}

    record Texts() implements Kind {}

    record One(RecordShape shape) implements Kind {}

    record Many(RecordShape shape) implements Kind {}
  }

  /** When a key is written. */
  public enum Presence {
    /** Always; a missing text is empty, a missing flag false. */
    ALWAYS,
    /** Unless it is missing or empty: an empty text or list, an object with any keys but none. */
    FILLED,
    /** Unless it is missing, or false. */
    TRUE,
    /** Unless it is missing; an object of which nothing is written stands as {@code {}}. */
    GIVEN,
    /** Unless it is missing, or nothing of it is written. */
    NOT_HOLLOW
  }

  static RecordKey text(String name) {
    return new RecordKey(name, new Kind.Text(), Presence.FILLED);
  }

  static RecordKey flag(String name) {
    return new RecordKey(name, new Kind.Flag(), Presence.TRUE);
  }

  static RecordKey count(String name) {
    return new RecordKey(name, new Kind.Count(), Presence.ALWAYS);
  }

  static RecordKey texts(String name) {
    return new RecordKey(name, new Kind.Texts(), Presence.FILLED);
  }

  static RecordKey anything(String name) {
    return new RecordKey(name, new Kind.Anything(), Presence.GIVEN);
  }

  static RecordKey anyObject(String name) {
    return new RecordKey(name, new Kind.AnyObject(), Presence.FILLED);
  }

  static RecordKey one(String name, RecordShape shape) {
    return new RecordKey(name, new Kind.One(shape), Presence.GIVEN);
  }

  static RecordKey many(String name, RecordShape shape) {
    return new RecordKey(name, new Kind.Many(shape), Presence.FILLED);
  }

  RecordKey always() {
    return new RecordKey(name, kind, Presence.ALWAYS);
  }

  /** For a flag whose false says something. */
  RecordKey given() {
    return new RecordKey(name, kind, Presence.GIVEN);
  }

  RecordKey notHollow() {
    return new RecordKey(name, kind, Presence.NOT_HOLLOW);
  }
}
