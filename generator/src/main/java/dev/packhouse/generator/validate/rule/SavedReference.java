package dev.packhouse.generator.validate.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a saved object says about another one that it needs.
 *
 * @param element the entry of the list of references
 */
record SavedReference(Element element, String type, String id) {
  private static final String KEY = "references";

  /** Those of an object. What is no reference is a finding. */
  static List<SavedReference> of(Element object, Findings findings) {
    if (!object.has(KEY)) {
      return List.of();
    }
    if (!object.isList(KEY)) {
      findings.error(
          "kibana_object.references.invalid",
          object,
          KEY,
          "The references of the object are no list.",
          "Write a list of objects with id, type and name, or leave the key out.");
      return List.of();
    }
    List<SavedReference> references = new ArrayList<>();
    for (Element entry : object.items(KEY)) {
      Optional<String> id = SavedObjects.text(entry, "id");
      Optional<String> type = SavedObjects.text(entry, "type");
      if (id.isEmpty() || type.isEmpty() || SavedObjects.text(entry, "name").isEmpty()) {
        findings.error(
            "kibana_object.references.invalid",
            entry,
            "The reference is no object with an id, a type and a name, which are texts.",
            "Write id, type and name as texts, or remove the reference.");
      } else {
        references.add(new SavedReference(entry, type.get(), id.get()));
      }
    }
    return references;
  }
}
