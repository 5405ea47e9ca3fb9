package dev.packhouse.generator.model;

import java.util.List;
import java.util.Optional;

/**
 * The keys of one kind of object in a record, in the order in which they are written. The same
 * table says what of a manifest is read, of which kind it must be, and what is written of it, so
 * that these three cannot disagree.
 *
 * @param name what the object is called in findings
 */
public record RecordShape(String name, List<RecordKey> keys) {
  public RecordShape {
    keys = List.copyOf(keys);
  }

  static RecordShape of(String name, RecordKey... keys) {
    return new RecordShape(name, List.of(keys));
  }

  public Optional<RecordKey> find(String key) {
    return keys.stream().filter(it -> it.name().equals(key)).findFirst();
  }
}
