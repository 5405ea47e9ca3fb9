package dev.packhouse.generator.spec;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of packages that the spec knows. */
public enum PackageType {
  INTEGRATION,
  INPUT,
  CONTENT;

  /** As a manifest writes it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Empty for a type that there is not. */
  public static Optional<PackageType> parse(String text) {
    return Arrays.stream(values()).filter(type -> type.text().equals(text)).findAny();
  }
}
