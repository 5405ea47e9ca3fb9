package dev.packhouse.generator.validate.rule;

import dev.packhouse.generator.model.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The attributes of a visualization that Kibana stores as JSON in a text. */
final class VisualizationState {
  private static final List<Attribute> ATTRIBUTES =
      Stream.of("", "embeddableConfig.")
          .flatMap(
              above ->
                  Stream.of(
                      new Attribute(
                          above + "attributes.kibanaSavedObjectMeta.searchSourceJSON", false),
                      new Attribute(above + "attributes.mapStateJSON", false),
                      new Attribute(above + "attributes.uiStateJSON", false),
                      new Attribute(above + "attributes.visState", false),
                      new Attribute(above + "attributes.layerListJSON", true)))
          .toList();

  private VisualizationState() {}

  /** What the texts of an object say. */
  sealed interface Decoded {
    /** The same object, with what its texts say in place of them. */
    record Good(Element object) implements Decoded {}

    /** The attribute whose text is no JSON, or none of the right kind. */
    record Bad(Element attribute) implements Decoded {}
  }

  private record Attribute(List<String> path, boolean isList) {
    Attribute(String path, boolean isList) {
      this(List.of(path.split("\\.", -1)), isList);
    }

    /** Nothing at all is allowed, too. */
    boolean admits(Value value) {
      return value instanceof Value.Null
          || (isList ? SavedObjects.isListOfObjects(value) : value instanceof Value.Mapping);
    }
  }

  static Decoded decode(Element object, SpecSubject subject) {
    Element result = object;
    for (Attribute attribute : ATTRIBUTES) {
      Optional<Element> encoded =
          object.find(attribute.path()).filter(it -> it.value() instanceof Value.Text);
      if (encoded.isPresent()) {
        Optional<Value> decoded =
            SavedObjects.decoded(encoded.get(), subject)
                .map(Element::value)
                .filter(attribute::admits);
        if (decoded.isEmpty()) {
          return new Decoded.Bad(encoded.get());
        }
        result = result.with(replaced(result.value(), attribute.path(), decoded.get()));
      }
    }
    return new Decoded.Good(result);
  }

  private static Value replaced(Value value, List<String> path, Value decoded) {
    if (path.isEmpty()) {
      return decoded;
    }
    if (!(value instanceof Value.Mapping mapping)) {
      throw new IllegalStateException("nothing stands at " + path);
    }
    Map<String, Value.Entry> entries = new LinkedHashMap<>(mapping.entries());
    entries.computeIfPresent(
        path.getFirst(),
        (_, entry) ->
            new Value.Entry(
                entry.keyPlace(),
                entry.keyIsText(),
                replaced(entry.value(), path.subList(1, path.size()), decoded)));
    return new Value.Mapping(mapping.place(), entries);
  }
}
