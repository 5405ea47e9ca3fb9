package dev.packhouse.generator.validate;

import dev.packhouse.generator.model.Value;
import dev.packhouse.generator.validate.rule.Element;
import java.util.List;
import java.util.Optional;

/** Follows the way into a file that a schema's library reports. */
final class Descent {
  /** Under this key, a definition of a field has those below it. */
  private static final String FIELDS = "fields";

  private Descent() {}

  /** As far as the way leads: what is said of the last value there is better than nothing. */
  static Element to(Element root, List<Object> path) {
    Element at = root;
    boolean inFields = root.file().contains("fields/");
    for (int i = 0; i < path.size(); i++) {
      boolean isField = inFields && (i == 0 || path.get(i - 1).equals(FIELDS));
      Optional<Element> next = step(at, path.get(i), isField);
      if (next.isEmpty()) {
        return at;
      }
      at = next.get();
    }
    return at;
  }

  private static Optional<Element> step(Element at, Object step, boolean isField) {
    return switch (at.value()) {
      case Value.Sequence(var _, List<Value> items) when step instanceof Number number -> {
        int index = number.intValue();
        yield index < items.size()
            ? Optional.of(item(at, items.get(index), index, isField))
            : Optional.empty();
      }
      case Value.Mapping _ when step instanceof String key -> at.entry(key);
      case Value.Mapping _,
          Value.Sequence _,
          Value.Null _,
          Value.Flag _,
          Value.Whole _,
          Value.Decimal _,
          Value.Text _ ->
          Optional.empty();
    };
  }

  /** Fields are known by their full names, such as {@code process.pid}. */
  private static Element item(Element list, Value item, int index, boolean isField) {
    Element named = list.item(item, index);
    if (!isField) {
      return named;
    }
    String parent =
        list.name().endsWith("." + FIELDS)
            ? list.name().substring(0, list.name().length() - FIELDS.length())
            : "";
    String own = named.text("name").orElse(Integer.toString(index));
    return new Element(list.file(), parent + own, item);
  }
}
