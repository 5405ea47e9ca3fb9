package dev.packhouse.generator.read;

import dev.packhouse.generator.model.Document;
import dev.packhouse.generator.model.Finding;
import dev.packhouse.generator.model.Place;
import dev.packhouse.generator.model.Value;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Turns the library's nodes into values: resolves scalars, follows aliases, merges. */
final class YamlConverter {
  /** Values that a file may hold with its aliases written out; the largest real one has 40,000. */
  private static final long MOST_VALUES = 1_000_000;

  /** A long text counts as many values, one for each of so many characters. */
  private static final int CHARACTERS = 16;

  private static final String MERGE = "<<";

  private final String file;
  private final YamlPlaces places;
  private final List<Finding> warnings = new ArrayList<>();
  private final IdentityHashMap<Node, Converted> converted = new IdentityHashMap<>();

  /** How many values were copied by merge keys, so that copying ends where aliases grow. */
  private long copied;

  YamlConverter(String file, YamlPlaces places) {
    this.file = file;
    this.places = places;
  }

  /** A value and how many values it is made of once aliases are written out. */
  private record Converted(Value value, long size) {}

  Document convert(Node root) {
    Converted result = visit(root);
    if (result.size() > MOST_VALUES || copied > MOST_VALUES) {
      return new Document.Broken(
          ReadFindings.error(
              "yaml.alias_limit",
              file,
              result.value().place(),
              "With its aliases written out, the file holds too much.",
              "Use fewer aliases of aliases."));
    }
    return new Document.Parsed(result.value(), warnings);
  }

  private Converted visit(Node node) {
    Converted known = converted.get(node);
    if (known != null) {
      return known;
    }
    if (converted.containsKey(node)) {
      throw new Unreadable("an alias stands inside what it names", node.getStartMark());
    }
    converted.put(node, null);
    Place place = places.of(node.getStartMark());
    Converted result =
        switch (node) {
          case ScalarNode scalar ->
              new Converted(scalar(place, scalar), 1 + scalar.getValue().length() / CHARACTERS);
          case SequenceNode sequence -> sequence(place, sequence);
          case MappingNode mapping -> mapping(place, mapping);
          default -> throw new IllegalStateException("unknown node " + node.getNodeId());
        };
    converted.put(node, result);
    return result;
  }

  private static Value scalar(Place place, ScalarNode node) {
    Tag tag = node.getTag();
    String text = node.getValue();
    if (text.codePoints().anyMatch(YamlConverter::isHalf)) {
      throw new Unreadable("an escape stands for half a character", node.getStartMark());
    }
    if (tag.equals(YamlReader.PLAIN)) {
      return ScalarResolver.resolve(place, text);
    }
    if (tag.equals(Tag.STR) || tag.equals(Tag.BINARY) || !tag.startsWith(Tag.PREFIX)) {
      return new Value.Text(place, text);
    }
    Value resolved = ScalarResolver.resolve(place, text);
    if (tag.equals(Tag.FLOAT) && resolved instanceof Value.Whole whole) {
      return new Value.Decimal(place, whole.value().doubleValue(), text);
    }
    return resolved;
  }

  /** One of a pair of surrogates without the other is in no encoding of any text. */
  private static boolean isHalf(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }

  private Converted sequence(Place place, SequenceNode node) {
    List<Value> items = new ArrayList<>(node.getValue().size());
    long size = 1;
    for (Node item : node.getValue()) {
      Converted child = visit(item);
      items.add(child.value());
      size = add(size, child.size());
    }
    return new Converted(new Value.Sequence(place, items), size);
  }

  private Converted mapping(Place place, MappingNode node) {
    Map<String, Value.Entry> own = new LinkedHashMap<>();
    Map<String, Value.Entry> merged = new LinkedHashMap<>();
    long size = 1;
    for (NodeTuple tuple : node.getValue()) {
      Converted child = visit(tuple.getValueNode());
      size = add(size, child.size());
      if (isMerge(tuple.getKeyNode())) {
        copied += child.size();
        if (copied <= MOST_VALUES) {
          merge(tuple, child.value(), merged);
        }
      } else {
        put(own, tuple.getKeyNode(), child.value());
      }
    }
    merged.forEach(own::putIfAbsent);
    return new Converted(new Value.Mapping(place, own), size);
  }

  private void put(Map<String, Value.Entry> own, Node key, Value value) {
    if (!(key instanceof ScalarNode scalar)) {
      throw new Unreadable("a key is a list or an object", key.getStartMark());
    }
    Place place = places.of(key.getStartMark());
    boolean isText = scalar(place, scalar) instanceof Value.Text;
    Value.Entry before = own.put(scalar.getValue(), new Value.Entry(place, isText, value));
    if (before != null) {
      warnings.add(
          ReadFindings.duplicateKey(
              "yaml.duplicate_key", file, place, scalar.getValue(), before.keyPlace()));
    }
  }

  private static boolean isMerge(Node key) {
    return key instanceof ScalarNode scalar
        && scalar.getTag().equals(YamlReader.PLAIN)
        && scalar.getValue().equals(MERGE);
  }

  private static void merge(NodeTuple tuple, Value value, Map<String, Value.Entry> merged) {
    switch (value) {
      case Value.Mapping mapping -> mapping.entries().forEach(merged::putIfAbsent);
      case Value.Sequence sequence -> sequence.items().forEach(item -> merge(tuple, item, merged));
      case Value.Null _, Value.Flag _, Value.Whole _, Value.Decimal _, Value.Text _ ->
          throw new Unreadable(
              "<< wants an object or a list of objects", tuple.getValueNode().getStartMark());
    }
  }

  private static long add(long size, long more) {
    return Math.min(size + more, MOST_VALUES + 1);
  }

  /** Joins the library's own complaints, which are all handled in one place. */
  private static final class Unreadable extends MarkedYAMLException {
    Unreadable(String problem, Mark mark) {
      super(null, null, problem, mark);
    }
  }
}
