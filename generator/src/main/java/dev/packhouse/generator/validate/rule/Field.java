package dev.packhouse.generator.validate.rule;

import java.util.stream.Stream;

/**
 * A field that a package declares.
 *
 * @param element the object that declares it; its name is the field's as Elasticsearch sees it,
 *     with the names of the groups around it
 */
record Field(Element element) {
  private static final String FIELDS = "fields";

  /** Those of a list of fields and of the groups in it. */
  static Stream<Field> in(Element list, String parent) {
    return list.items().stream().flatMap(item -> withThoseInIt(item, parent));
  }

  private static Stream<Field> withThoseInIt(Element item, String parent) {
    String own = item.text("name").orElse("");
    String name = parent.isEmpty() ? own : parent + "." + own;
    Element named = new Element(item.file(), name, item.value());
    return Stream.concat(
        Stream.of(new Field(named)),
        named.find(FIELDS).stream().flatMap(list -> in(list, named.name())));
  }

  String name() {
    return element.name();
  }

  /** Empty where it has none, as external fields do. */
  String type() {
    return text("type");
  }

  /** Empty where there is none. */
  String text(String key) {
    return element.text(key).orElse("");
  }

  /** Whether it was declared elsewhere and is only named here. */
  boolean isExternal() {
    return !text("external").isEmpty();
  }

  /** Whether it is a field with values, not one around others. */
  boolean isLeaf() {
    return element.items(FIELDS).isEmpty();
  }
}
