package dev.packhouse.generator.validate.rule;

import dev.packhouse.generator.spec.PackageType;
import java.io.IOException;
import java.util.List;

/** Dimensions are of types by which Elasticsearch can tell one time series from another. */
final class DimensionFieldRule implements SpecRule {
  private static final List<String> TYPES =
      List.of(
          "keyword",
          "constant_keyword",
          "ip",
          "byte",
          "short",
          "integer",
          "long",
          "unsigned_long",
          "half_float",
          "float",
          "scaled_float",
          "double");

  @Override
  public Scope scope() {
    return Scope.of(PackageType.INTEGRATION, PackageType.INPUT);
  }

  @Override
  public void check(SpecSubject subject, Findings findings) throws IOException {
    for (Field field : subject.fields(findings)) {
      // The type of an external field is not known before the package is built.
      if (field.element().isTrue("dimension")
          && !field.isExternal()
          && !TYPES.contains(field.type())) {
        findings.error(
            "field.dimension.invalid",
            field.element(),
            "dimension",
            "Field " + field.name() + typed(field) + " cannot be a dimension.",
            "Remove dimension, or give the field one of the types "
                + String.join(", ", TYPES)
                + ".");
      }
    }
  }

  private static String typed(Field field) {
    return field.type().isEmpty() ? " without a type" : " of type " + field.type();
  }
}
