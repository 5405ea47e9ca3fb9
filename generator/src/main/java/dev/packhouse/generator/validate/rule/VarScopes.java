package dev.packhouse.generator.validate.rule;

import java.util.AbstractCollection;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The variables that a part of a manifest may name.
 *
 * @param scopes variables by name; of several with one name that of the first scope counts
 */
record VarScopes(List<Map<String, Element>> scopes) {
  VarScopes {
    scopes = List.copyOf(scopes);
  }

  Optional<Element> find(String name) {
    return scopes.stream().flatMap(vars -> Stream.ofNullable(vars.get(name))).findFirst();
  }

  /** A view: a guess looks at the first ones, and a manifest may have very many. */
  Collection<String> names() {
    return new AbstractCollection<>() {
      @Override
      public Iterator<String> iterator() {
        return scopes.stream().flatMap(vars -> vars.keySet().stream()).iterator();
      }

      @Override
      public int size() {
        return scopes.stream().mapToInt(Map::size).sum();
      }
    };
  }
}
