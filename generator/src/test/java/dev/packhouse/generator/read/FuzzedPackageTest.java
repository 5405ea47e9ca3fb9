package dev.packhouse.generator.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.packhouse.generator.emit.RecordEmitter;
import dev.packhouse.generator.init.PackageNames;
import dev.packhouse.generator.init.PackageTemplate;
import dev.packhouse.generator.model.ArchiveFormat;
import dev.packhouse.generator.model.Finding;
import dev.packhouse.generator.model.PackageFile;
import dev.packhouse.generator.model.RawPackage;
import dev.packhouse.generator.model.RegistryPackage;
import dev.packhouse.generator.spec.FormatVersion;
import dev.packhouse.generator.validate.PackageValidator;
import dev.packhouse.generator.validate.SpecValidator;
import dev.packhouse.generator.validate.Validation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** However a package is damaged, the answer is what is wrong with it, or a record. */
final class FuzzedPackageTest {
  private static final Path PACKAGES = Path.of("../packages");

  /** The seeds are the numbers up to it, so that each run sees the same; it can be set. */
  private static final long COUNT = Long.getLong("fuzz.packages", 10_000);

  /** The same for the profile of the spec, which is to see ten times more. */
  private static final long SPEC_COUNT = Long.getLong("fuzz.spec", 100_000);

  private static final PackageNames NAMES = new PackageNames("example", "Example", "acme/logs");

  private final List<Map<String, byte[]>> good;

  FuzzedPackageTest() throws IOException {
    good = FuzzedPackage.good(PACKAGES);
  }

  @Test
  void findsByTheSpecWhatIsWrongWithEachOfManyDamagedPackages() {
    List<Map<String, byte[]>> templates = templates();
    AtomicInteger fine = new AtomicInteger();
    AtomicLong longest = new AtomicLong();

    LongStream.range(0, SPEC_COUNT)
        .parallel()
        .forEach(
            seed -> {
              long start = System.nanoTime();
              if (isFine(seed, templates)) {
                fine.incrementAndGet();
              }
              longest.accumulateAndGet(System.nanoTime() - start, Math::max);
            });

    System.out.printf(
        "%,d packages damaged for the spec, %,d of them still fine, %d ms for the longest%n",
        SPEC_COUNT, fine.get(), longest.get() / 1_000_000);
    assertThat(fine.get()).isBetween((int) (SPEC_COUNT / 50), (int) (SPEC_COUNT / 2));
  }

  private static List<Map<String, byte[]>> templates() {
    return PackageTemplate.types().stream()
        .flatMap(type -> PackageTemplate.find(type).stream())
        .map(template -> template.files(NAMES, FormatVersion.newest().version().text()))
        .map(
            files ->
                files.entrySet().stream()
                    .collect(
                        Collectors.toMap(
                            Map.Entry::getKey, file -> file.getValue().getBytes(UTF_8))))
        .toList();
  }

  private static boolean isFine(long seed, List<Map<String, byte[]>> templates) {
    try (RawPackage raw = raw(FuzzedPackage.of(seed, templates))) {
      List<Finding> findings = new SpecValidator().validate(raw);
      assertThat(findings)
          .allSatisfy(finding -> assertThat(finding.file()).startsWith("packages/p"))
          .allSatisfy(finding -> assertThat(finding.message()).isNotBlank());
      return findings.stream().noneMatch(Finding::isError);
    } catch (IOException | RuntimeException | StackOverflowError | AssertionError e) {
      throw new AssertionError("seed " + seed, e);
    }
  }

  @Test
  void answersEachOfManyDamagedPackages() {
    AtomicInteger accepted = new AtomicInteger();
    AtomicLong longest = new AtomicLong();

    LongStream.range(0, COUNT)
        .parallel()
        .forEach(
            seed -> {
              long start = System.nanoTime();
              if (answer(seed)) {
                accepted.incrementAndGet();
              }
              longest.accumulateAndGet(System.nanoTime() - start, Math::max);
            });

    System.out.printf(
        "%,d damaged packages, %,d of them accepted, %d ms for the longest%n",
        COUNT, accepted.get(), longest.get() / 1_000_000);
    // Both ways out are taken, or the damage is none or total.
    assertThat(accepted.get()).isBetween((int) (COUNT / 20), (int) (COUNT - COUNT / 20));
  }

  /** Gives whether the package was accepted. */
  private boolean answer(long seed) {
    try (RawPackage raw = raw(FuzzedPackage.of(seed, good))) {
      Validation validation = PackageValidator.validate(raw);
      assertThat(validation.findings())
          .allSatisfy(finding -> assertThat(finding.file()).startsWith("packages/p"))
          .allSatisfy(finding -> assertThat(finding.message()).isNotBlank());
      return switch (validation) {
        case Validation.Accepted(RegistryPackage valid, var _) -> {
          byte[] record = records(valid).full();
          assertThat(JsonMapper.shared().readTree(record).isObject()).isTrue();
          yield true;
        }
        case Validation.Refused refused -> {
          assertThat(refused.findings()).anyMatch(Finding::isError);
          yield false;
        }
      };
    } catch (IOException | RuntimeException | StackOverflowError | AssertionError e) {
      throw new AssertionError("seed " + seed, e);
    }
  }

  private static RecordEmitter.Records records(RegistryPackage valid) {
    return RecordEmitter.records(valid, Optional.empty(), ArchiveFormat.ZIP, /* signed= */ true);
  }

  private static RawPackage raw(Map<String, byte[]> content) {
    RawPackage.Source source = new RawPackage.Source.Folder("packages/p", Path.of("packages/p"));
    NavigableMap<String, PackageFile> files = new TreeMap<>();
    TreeSet<String> folders = new TreeSet<>();
    content.forEach(
        (path, bytes) -> {
          files.put(
              path, new PackageFile(path, bytes.length, () -> new ByteArrayInputStream(bytes)));
          for (int slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
            folders.add(path.substring(0, slash));
          }
        });
    return new RawPackage(
        source,
        Optional.empty(),
        files,
        folders,
        new Documents(source, files, DocumentCache.none()),
        List.of(),
        () -> {});
  }
}
