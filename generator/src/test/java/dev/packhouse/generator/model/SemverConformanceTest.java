package dev.packhouse.generator.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhouse.generator.SharedMaterial;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Compares with the recorded verdicts of the reference, Masterminds/semver 3.5.0. */
final class SemverConformanceTest {

  private static final String VERDICTS = "golden/semver.tsv.zst";

  @Test
  void decidesConstraintsAsTheReferenceDoes() throws IOException {
    List<String[]> rows = rows("C");

    assertThat(rows).hasSize(14_190);
    assertThat(rows)
        .allSatisfy(row -> assertThat(verdict(row[1], row[2])).as(said(row)).isEqualTo(row[3]));
  }

  @Test
  void rangesAgreeWithTheReference() throws IOException {
    List<String[]> rows =
        rows("C").stream()
            .filter(row -> row[3].equals("true") || row[3].equals("false"))
            .filter(row -> ranges(row[1]).isPresent() && version(row[2]).packed().isPresent())
            .toList();

    assertThat(rows).hasSizeGreaterThan(3_000);
    assertThat(rows)
        .allSatisfy(
            row -> {
              long packed = version(row[2]).packed().orElseThrow();
              assertThat(
                      ranges(row[1]).orElseThrow().stream()
                          .anyMatch(range -> range.min() <= packed && packed <= range.max()))
                  .as(said(row))
                  .isEqualTo(row[3].equals("true"));
            });
  }

  @Test
  void takesTheVersionsThatTheReferenceTakes() throws IOException {
    List<String[]> rows = rows("V");

    assertThat(rows).hasSize(763);
    assertThat(rows)
        .allSatisfy(
            row -> {
              boolean lenient = SemanticVersion.parse(row[1]).toOptional().isPresent();
              boolean strict = SemanticVersion.parseStrict(row[1]).toOptional().isPresent();
              assertThat(List.of("lenient=" + lenient, "strict=" + strict))
                  .as(said(row))
                  .containsExactly(row[2], row[3]);
            });
  }

  @Test
  void ordersVersionsAsTheReferenceDoes() throws IOException {
    List<String[]> rows = rows("O");

    assertThat(rows).hasSize(1_599);
    assertThat(rows)
        .allSatisfy(
            row ->
                assertThat(Integer.signum(version(row[1]).compareTo(version(row[2]))))
                    .as(said(row))
                    .isEqualTo(Integer.parseInt(row[3])));
  }

  private static String verdict(String constraint, String version) {
    Optional<VersionConstraint> parsed = VersionConstraint.parse(constraint).toOptional();
    if (parsed.isEmpty()) {
      return "invalid-constraint";
    }
    return SemanticVersion.parse(version)
        .toOptional()
        .map(value -> String.valueOf(parsed.get().admits(value)))
        .orElse("invalid-version");
  }

  private static Optional<List<VersionRange>> ranges(String constraint) {
    return VersionConstraint.parse(constraint).toOptional().orElseThrow().ranges();
  }

  private static SemanticVersion version(String text) {
    return SemanticVersion.parse(text).toOptional().orElseThrow();
  }

  private static List<String[]> rows(String kind) throws IOException {
    try (BufferedReader lines = SharedMaterial.open(VERDICTS)) {
      return lines
          .lines()
          .map(line -> line.split("\t", -1))
          .filter(row -> row[0].equals(kind))
          .toList();
    }
  }

  private static String said(String[] row) {
    return Arrays.toString(row);
  }
}
