package dev.packhouse.generator.spec;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Where none of several alternatives holds, the library tells what is wrong with each. An author
 * meant one of them: the one with which least is wrong.
 */
final class NearestAlternative {
  private static final Set<String> ALTERNATIVES = Set.of("anyOf", "oneOf");

  /** A value of another kind, or a word that tells alternatives apart, was hardly meant. */
  private static final int OTHER_KIND = 1_000;

  private static final int OTHER_WORD = 10;

  private NearestAlternative() {}

  static List<Error> of(List<Error> errors) {
    return from(0, errors);
  }

  /** Alternatives that stand in the evaluation paths from this element on. */
  private static List<Error> from(int element, List<Error> errors) {
    List<Error> result = new ArrayList<>();
    Map<String, List<Error>> byChoice = new LinkedHashMap<>();
    for (Error error : errors) {
      int at = choice(error.getEvaluationPath(), element);
      if (at < 0) {
        result.add(error);
      } else {
        byChoice
            .computeIfAbsent(prefix(error.getEvaluationPath(), at + 1), _ -> new ArrayList<>())
            .add(error);
      }
    }
    byChoice.values().forEach(list -> result.addAll(nearest(list, element)));
    return result;
  }

  private static List<Error> nearest(List<Error> errors, int element) {
    int at = choice(errors.getFirst().getEvaluationPath(), element);
    Map<String, List<Error>> branches =
        errors.stream()
            .filter(error -> error.getEvaluationPath().getNameCount() > at + 2)
            .collect(
                groupingBy(
                    error -> error.getEvaluationPath().getName(at + 1), TreeMap::new, toList()));
    if (branches.isEmpty()) {
      return errors;
    }
    NodePath instance = shortest(errors);
    if (branches.values().stream().allMatch(branch -> isOfOtherKind(branch, instance))) {
      return branches.values().stream().map(List::getFirst).toList();
    }
    return branches.values().stream()
        .map(branch -> from(at + 2, branch))
        .min(Comparator.comparingInt(branch -> weight(branch, instance)))
        .orElse(errors);
  }

  /** None is nearer than the others if each wants another kind of value: all of them are told. */
  private static boolean isOfOtherKind(List<Error> branch, NodePath instance) {
    return branch.size() == 1
        && branch.getFirst().getKeyword().equals("type")
        && branch.getFirst().getInstanceLocation().equals(instance);
  }

  private static NodePath shortest(List<Error> errors) {
    return errors.stream()
        .map(Error::getInstanceLocation)
        .min(Comparator.comparingInt(NodePath::getNameCount))
        .orElseThrow();
  }

  private static int weight(List<Error> branch, NodePath instance) {
    return branch.stream().mapToInt(error -> weight(error, instance)).sum();
  }

  private static int weight(Error error, NodePath instance) {
    int deeper = error.getInstanceLocation().getNameCount() - instance.getNameCount();
    return switch (error.getKeyword()) {
      case "type" -> deeper == 0 ? OTHER_KIND : 2;
      case "const", "enum" -> deeper <= 1 ? OTHER_WORD : 2;
      default -> 1;
    };
  }

  /** Place of the next keyword for alternatives in a path; -1 where there is none. */
  private static int choice(NodePath path, int from) {
    for (int i = from; i < path.getNameCount(); i++) {
      if (ALTERNATIVES.contains(path.getName(i)) && isKeyword(path, i)) {
        return i;
      }
    }
    return -1;
  }

  /** A property may be called so too; then {@code properties} stands before it. */
  private static boolean isKeyword(NodePath path, int at) {
    return at == 0 || !path.getName(at - 1).equals("properties");
  }

  private static String prefix(NodePath path, int length) {
    StringBuilder prefix = new StringBuilder();
    for (int i = 0; i < length; i++) {
      prefix.append('/').append(path.getName(i));
    }
    return prefix.toString();
  }
}
