package dev.packhouse.generator.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhouse.generator.generate.GenerateOptions;
import dev.packhouse.generator.generate.Generator;
import dev.packhouse.generator.generate.Progress;
import dev.packhouse.generator.generate.RunReport;
import dev.packhouse.generator.index.TextIndexer;
import dev.packhouse.generator.model.ArchiveFormat;
import dev.packhouse.generator.model.SemanticVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Benchmarks mean something only if what they run on is a registry. */
final class SyntheticTest {
  private static final SyntheticRegistry SMALL = new SyntheticRegistry(40, 150, 30, 7);

  @TempDir Path folder;

  @Test
  void whatIsMadeForSearchAloneAnswersAsWhatIsGeneratedFromTheFolders() throws IOException {
    Path packages = folder.resolve("packages");
    Path generated = folder.resolve("generated");
    Path searched = folder.resolve("searched");
    Synthetic.write(SMALL, packages, /* searchOnly= */ false);
    Synthetic.write(SMALL, searched, /* searchOnly= */ true);

    RunReport report = generate(packages, generated);

    assertThat(report.findings()).isEmpty();
    assertThat(report.accepted()).isEqualTo(150);
    for (String listing : List.of("search.json", "search-all.json", "categories.json")) {
      assertThat(searched.resolve(listing)).hasSameTextualContentAs(generated.resolve(listing));
    }
    assertThat(TextIndexer.isWhole(searched.resolve("generations/000001/text"))).isTrue();
  }

  @Test
  void aSeedMakesTheSameRegistryEachTimeAndAnotherSeedAnother() {
    SyntheticRegistry other = new SyntheticRegistry(40, 150, 30, 8);

    assertThat(files(SMALL)).isEqualTo(files(SMALL)).isNotEqualTo(files(other));
  }

  @Test
  void mostWordsAreInFewTexts() {
    List<Set<String>> texts =
        IntStream.range(0, 500)
            .mapToObj(
                seed ->
                    (Set<String>)
                        new HashSet<>(List.of(new Prose(seed).paragraph(30).split("\\W+"))))
            .toList();
    Map<String, Long> counts =
        texts.stream()
            .flatMap(Set::stream)
            .collect(Collectors.groupingBy(it -> it, Collectors.counting()));

    assertThat(counts).hasSizeGreaterThan(10_000);
    assertThat(counts.values().stream().filter(count -> count > 250)).hasSizeBetween(10, 90);
    assertThat(counts.values().stream().filter(count -> count < 25))
        .hasSizeGreaterThan(counts.size() * 9 / 10);
    assertThat(counts.get("logs")).isGreaterThan(400);
    assertThat(counts.get("okta")).isLessThan(50);
  }

  @Test
  void namesAndVersionsAreAsManyAsAskedForAndGrow() {
    SyntheticRegistry registry = new SyntheticRegistry(2_000, 19_000, 5_000, 1);

    Map<String, List<String>> versions =
        registry
            .all()
            .collect(
                Collectors.toMap(
                    SyntheticName::name,
                    it -> it.packages().stream().map(SyntheticPackage::version).toList()));

    assertThat(versions).hasSize(2_000);
    assertThat(versions.values().stream().mapToInt(List::size).sum()).isEqualTo(19_000);
    assertThat(versions.get(SyntheticRegistry.LARGEST)).hasSize(5_000);
    assertThat(versions.values())
        .allSatisfy(
            texts ->
                assertThat(texts.stream().map(SyntheticTest::parse).toList())
                    .isSorted()
                    .doesNotHaveDuplicates());
  }

  private static SemanticVersion parse(String text) {
    return SemanticVersion.parseStrict(text).toOptional().orElseThrow();
  }

  private static Map<String, Map<String, String>> files(SyntheticRegistry registry) {
    return registry
        .all()
        .flatMap(it -> it.packages().stream())
        .collect(Collectors.toMap(it -> it.name() + "-" + it.version(), SyntheticPackage::files));
  }

  private static RunReport generate(Path packages, Path out) throws IOException {
    Files.createDirectories(out);
    return Generator.run(
        new GenerateOptions(
            List.of(packages),
            out,
            EnumSet.of(ArchiveFormat.ZIP),
            ArchiveFormat.ZIP,
            /* replace= */ false,
            /* keepGoing= */ false),
        Progress.NONE);
  }
}
