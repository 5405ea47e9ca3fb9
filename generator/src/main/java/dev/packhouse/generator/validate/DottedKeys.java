package dev.packhouse.generator.validate;

import dev.packhouse.generator.model.Place;
import dev.packhouse.generator.model.Value;
import dev.packhouse.generator.validate.rule.Findings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Nests dotted keys: {@code a.b: 1} and {@code a: {b: 1}} are the same thing at every level of a
 * manifest.
 */
final class DottedKeys {
  /** Dots make levels too; a record nested deeper than this is of no use to anybody. */
  static final int DEEPEST = 200;

  private final String file;
  private final Findings findings;

  DottedKeys(String file, Findings findings) {
    this.file = file;
    this.findings = findings;
  }

  Value.Mapping expand(Value.Mapping mapping) {
    Branch branch = new Branch(mapping.place());
    addAll(branch, mapping, 0);
    return branch.freeze();
  }

  private Value expand(Value value, int depth) {
    return switch (value) {
      case Value.Mapping mapping -> {
        Branch branch = new Branch(mapping.place());
        addAll(branch, mapping, depth);
        yield branch.freeze();
      }
      case Value.Sequence sequence -> {
        List<Value> items = sequence.items().stream().map(item -> expand(item, depth + 1)).toList();
        yield new Value.Sequence(sequence.place(), items);
      }
      case Value.Null _, Value.Flag _, Value.Whole _, Value.Decimal _, Value.Text _ -> value;
    };
  }

  private void addAll(Branch to, Value.Mapping mapping, int depth) {
    mapping.entries().forEach((key, entry) -> add(to, key, entry, depth));
  }

  private void add(Branch to, String key, Value.Entry entry, int depth) {
    if (!entry.keyIsText()) {
      findings.error(
          "yaml.key.kind",
          file,
          entry.keyPlace(),
          "The key " + key + " is read as something other than a text.",
          "Put the key in quotes.");
      return;
    }
    String[] names = key.split("\\.", -1);
    int deepest = depth + names.length;
    if (deepest > DEEPEST) {
      reportTooDeep(file, entry.keyPlace(), findings);
      return;
    }
    Branch parent = to;
    for (int level = 0; level < names.length - 1; level++) {
      parent = parent.branch(names[level], entry.keyPlace());
      if (parent == null) {
        conflict(key, entry);
        return;
      }
    }
    put(parent, names[names.length - 1], entry, deepest);
  }

  static void reportTooDeep(String file, Place place, Findings findings) {
    findings.error(
        "yaml.nesting_limit",
        file,
        place,
        "Values are nested more than " + DEEPEST + " levels deep.",
        "Flatten the file.");
  }

  private void put(Branch parent, String name, Value.Entry entry, int depth) {
    if (entry.value() instanceof Value.Mapping mapping) {
      Branch child = parent.branch(name, entry.keyPlace(), mapping.place());
      if (child == null) {
        conflict(name, entry);
      } else {
        addAll(child, mapping, depth);
      }
    } else if (parent.isFree(name)) {
      parent.leaves.put(
          name, new Value.Entry(entry.keyPlace(), true, expand(entry.value(), depth)));
    } else if (!(entry.value() instanceof Value.Null)) {
      conflict(name, entry);
    }
  }

  private void conflict(String key, Value.Entry entry) {
    findings.error(
        "yaml.key.conflict",
        file,
        entry.keyPlace(),
        "The key " + key + " is given twice, once nested and once with a dot, with two values.",
        "Keep one of them.");
  }

  /** An object under construction: keys that lead on, and keys that end here. */
  private static final class Branch {
    private final Place place;
    private final Map<String, Value.Entry> leaves = new LinkedHashMap<>();
    private final Map<String, Branch> branches = new LinkedHashMap<>();
    private final Map<String, Place> branchKeys = new LinkedHashMap<>();

    Branch(Place place) {
      this.place = place;
    }

    /** Nothing stands here yet, or an explicit nothing. */
    boolean isFree(String name) {
      Value.Entry leaf = leaves.get(name);
      return !branches.containsKey(name) && (leaf == null || leaf.value() instanceof Value.Null);
    }

    @Nullable Branch branch(String name, Place key) {
      return branch(name, key, key);
    }

    /** The branch of that name, made where there is none; null where a value stands. */
    @Nullable Branch branch(String name, Place key, Place start) {
      if (!isFree(name)) {
        return branches.get(name);
      }
      leaves.remove(name);
      branchKeys.put(name, key);
      return branches.computeIfAbsent(name, _ -> new Branch(start));
    }

    Value.Mapping freeze() {
      Map<String, Value.Entry> entries = new LinkedHashMap<>(leaves);
      branches.forEach(
          (name, branch) ->
              entries.put(
                  name,
                  new Value.Entry(
                      branchKeys.getOrDefault(name, branch.place), true, branch.freeze())));
      return new Value.Mapping(place, entries);
    }
  }
}
