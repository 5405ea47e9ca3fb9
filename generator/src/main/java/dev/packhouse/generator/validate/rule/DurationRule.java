package dev.packhouse.generator.validate.rule;

import dev.packhouse.generator.model.Value;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;

/** The default of a duration lies between its bounds, and the lower one is not below nothing. */
final class DurationRule implements SpecRule {
  private static final String INVALID = "var.duration.invalid";
  private static final String MIN = "min_duration";
  private static final String MAX = "max_duration";
  private static final String DEFAULT = "default";

  @Override
  public Scope scope() {
    return Scope.everywhere().since("3.5.0");
  }

  @Override
  public void check(SpecSubject subject, Findings findings) throws IOException {
    for (VarOwner owner : VarOwner.all(subject, findings)) {
      for (Element declared : owner.vars()) {
        if (declared.text("type").equals(Optional.of("duration"))) {
          check(declared, findings);
        }
      }
    }
  }

  private static void check(Element declared, Findings findings) {
    Optional<BigInteger> min = read(declared, MIN, findings);
    Optional<BigInteger> usual = read(declared, DEFAULT, findings);
    Optional<BigInteger> max = read(declared, MAX, findings);
    if (min.filter(it -> it.signum() < 0).isPresent()) {
      findings.error(
          INVALID,
          declared,
          MIN,
          "A duration cannot be as short as " + written(declared, MIN) + ".",
          "Write 0s or more.");
    }
    checkOrder(declared, Map.entry(MIN, min), Map.entry(DEFAULT, usual), findings);
    checkOrder(declared, Map.entry(DEFAULT, usual), Map.entry(MAX, max), findings);
    checkOrder(declared, Map.entry(MIN, min), Map.entry(MAX, max), findings);
  }

  private static Optional<BigInteger> read(Element declared, String key, Findings findings) {
    Optional<Element> found = declared.find(key);
    Optional<BigInteger> nanos = found.flatMap(it -> nanos(it, key));
    if (found.isPresent() && nanos.isEmpty()) {
      findings.error(
          INVALID,
          found.get(),
          "The " + key + " of variable " + name(declared) + " is no duration.",
          "Write numbers with units, such as 90s or 1h30m.");
    }
    return nanos;
  }

  /** A number alone is none; as a default it is not even a text. */
  private static Optional<BigInteger> nanos(Element element, String key) {
    boolean isNumber =
        element.value() instanceof Value.Whole || element.value() instanceof Value.Decimal;
    return key.equals(DEFAULT) && isNumber
        ? Optional.empty()
        : element.text().flatMap(DurationText::nanos);
  }

  private static void checkOrder(
      Element declared,
      Map.Entry<String, Optional<BigInteger>> lower,
      Map.Entry<String, Optional<BigInteger>> upper,
      Findings findings) {
    if (lower.getValue().isPresent()
        && upper.getValue().isPresent()
        && lower.getValue().get().compareTo(upper.getValue().get()) > 0) {
      findings.error(
          "var.duration.conflict",
          declared,
          upper.getKey(),
          "The "
              + lower.getKey()
              + " "
              + written(declared, lower.getKey())
              + " of variable "
              + name(declared)
              + " is longer than its "
              + upper.getKey()
              + " "
              + written(declared, upper.getKey())
              + ".",
          "Change one of them: min_duration, default and max_duration stand in ascending order.");
    }
  }

  private static String name(Element declared) {
    return declared.text("name").orElse("");
  }

  private static String written(Element declared, String key) {
    return declared.text(key).orElse("");
  }
}
