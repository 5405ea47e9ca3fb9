package dev.packhouse.generator.validate.registry;

import dev.packhouse.generator.model.Place;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** Remembers where the objects of a record come from, and which of their keys are spoilt. */
public final class Places {
  private record Origin(Place place, Map<String, Place> keys, Set<String> refused) {}

  private static final Origin UNKNOWN = new Origin(Place.START, Map.of(), Set.of());

  private final IdentityHashMap<ObjectNode, Origin> origins = new IdentityHashMap<>();

  /** Remembers where an object begins. */
  public void remember(ObjectNode object, Place place) {
    origins.put(object, new Origin(place, new HashMap<>(), new HashSet<>()));
  }

  /** Remembers where the value of a key begins, even if it is nothing. */
  public void remember(ObjectNode object, String key, Place place) {
    origin(object).keys.put(key, place);
  }

  /**
   * The key has a value of the wrong kind, which was reported; no rule need say that it is missing.
   */
  public void refuse(ObjectNode object, String key) {
    origin(object).refused.add(key);
  }

  public boolean isRefused(ObjectNode object, String key) {
    return origin(object).refused.contains(key);
  }

  /** Place of the key's value, or of the object that should have it. */
  public Place of(ObjectNode object, String key) {
    Origin origin = origin(object);
    return origin.keys.getOrDefault(key, origin.place);
  }

  public Place of(ObjectNode object) {
    return origin(object).place;
  }

  private Origin origin(ObjectNode object) {
    return origins.getOrDefault(object, UNKNOWN);
  }
}
