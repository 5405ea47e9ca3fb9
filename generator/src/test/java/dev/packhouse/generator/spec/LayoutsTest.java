package dev.packhouse.generator.spec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhouse.generator.model.SemanticVersion;
import org.junit.jupiter.api.Test;

final class LayoutsTest {
  private static final SemanticVersion NEWEST = FormatVersion.newest().version();

  private final Layouts layouts = new Layouts();

  @Test
  void keepsOneLayoutForTheVersionsOfAPackage() {
    assertThat(of("nginx")).isSameAs(of("nginx")).isNotSameAs(of("apache"));
  }

  /** The rest of such a name would be kept for nothing. */
  @Test
  void keepsOneLayoutForNamesThatNoFileHas() {
    String longest = "a".repeat(256);

    assertThat(of(longest + "b")).isSameAs(of(longest + "c")).isNotSameAs(of(longest));
  }

  private Layout.Folder of(String packageName) {
    return layouts.of(PackageType.INTEGRATION, NEWEST, packageName);
  }
}
