package dev.packhouse.server.config;

import dev.packhouse.generator.model.NearestName;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Finds settings in the tree of a file. As in EPR's, a group may be dotted or nested: {@code
 * cache_time.search: 10m} is {@code cache_time: {search: 10m}}. A key without value counts as not
 * set. Keys of EPR that mean nothing here are named and passed over, so that its file can be used.
 */
final class FileTree {
  /** EPR's settings for its SQLite index and for the caches of its answers. */
  private static final Set<String> WITHOUT_EFFECT =
      EprSettings.ALL.stream()
          .flatMap(setting -> setting.key().stream())
          .collect(Collectors.toUnmodifiableSet());

  private final Path file;
  private final Report report;
  private final Map<String, Option<?>> known = new TreeMap<>();
  private final Map<String, Origin> seen = new HashMap<>();
  private final List<Setting> found = new ArrayList<>();

  FileTree(Path file, Report report) {
    this.file = file;
    this.report = report;
    ServeOptions.ALL.forEach(option -> option.key().ifPresent(key -> known.put(key, option)));
  }

  List<Setting> settings(Node root) {
    if (root instanceof MappingNode mapping) {
      visit("", mapping);
    } else if (!isNull(root)) {
      problem(root, "expected keys with values, for example address: :8080");
    }
    return List.copyOf(found);
  }

  private void visit(String prefix, MappingNode mapping) {
    for (NodeTuple tuple : mapping.getValue()) {
      if (tuple.getKeyNode() instanceof ScalarNode key) {
        visit(prefix + key.getValue(), key, tuple.getValueNode());
      } else {
        problem(tuple.getKeyNode(), "a key must be a text");
      }
    }
  }

  private void visit(String key, Node keyNode, Node value) {
    Option<?> option = known.get(key);
    if (option != null) {
      add(key, option, keyNode, value);
    } else if (WITHOUT_EFFECT.contains(key)) {
      report.note(origin(keyNode).place() + ": " + key + " has no effect here");
    } else if (!isGroup(key)) {
      problem(keyNode, "unknown key " + key + "; " + NearestName.hint(key, "", known.keySet()));
    } else if (value instanceof MappingNode group) {
      visit(key + ".", group);
    } else if (!isNull(value)) {
      problem(keyNode, key + " is a group of keys and has no value itself");
    }
  }

  private boolean isGroup(String key) {
    return Stream.concat(known.keySet().stream(), WITHOUT_EFFECT.stream())
        .anyMatch(other -> other.startsWith(key + "."));
  }

  private void add(String key, Option<?> option, Node keyNode, Node value) {
    Origin origin = origin(keyNode);
    Origin earlier = seen.putIfAbsent(key, origin);
    if (earlier != null) {
      problem(keyNode, key + " is given again, first at " + earlier.place());
      return;
    }
    if (isNull(value)) {
      return;
    }
    Optional<List<String>> texts = texts(value, option.type().arity());
    if (texts.isPresent()) {
      found.add(new Setting(option, texts.get(), origin));
    } else {
      problem(
          keyNode,
          key + " must be " + shape(option.type()) + ", for example " + option.type().example());
    }
  }

  private static String shape(ValueType<?> type) {
    return switch (type.arity()) {
      case ONE, SWITCH -> "one value";
      case MANY -> "a list of values";
    };
  }

  private static Optional<List<String>> texts(Node value, ValueType.Arity arity) {
    if (value instanceof ScalarNode scalar) {
      return Optional.of(List.of(scalar.getValue()));
    }
    if (arity != ValueType.Arity.MANY || !(value instanceof SequenceNode sequence)) {
      return Optional.empty();
    }
    List<String> texts = new ArrayList<>();
    for (Node node : sequence.getValue()) {
      if (!(node instanceof ScalarNode scalar) || isNull(node)) {
        return Optional.empty();
      }
      texts.add(scalar.getValue());
    }
    return Optional.of(texts);
  }

  private static boolean isNull(Node node) {
    return node.getTag().equals(Tag.NULL);
  }

  private void problem(Node node, String text) {
    Origin origin = origin(node);
    report.problem(origin, origin.place() + ": " + text);
  }

  private Origin origin(Node node) {
    return Origin.file(file, node.getStartMark().getLine() + 1);
  }
}
