package dev.packhouse.generator.emit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.packhouse.generator.Golden;
import dev.packhouse.generator.model.ArchiveFormat;
import dev.packhouse.generator.model.RawPackage;
import dev.packhouse.generator.model.RegistryPackage;
import dev.packhouse.generator.model.ShortRecord;
import dev.packhouse.generator.read.FoundPackage;
import dev.packhouse.generator.read.PackageFinder;
import dev.packhouse.generator.read.PackageReader;
import dev.packhouse.generator.validate.PackageValidator;
import dev.packhouse.generator.validate.Validation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** The records of the packages that are delivered with the program. */
final class RecordGoldenTest {
  private static final Path PACKAGES = Path.of("../packages");
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
  private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");
  private static final ObjectWriter PRETTY =
      JSON.writer()
          .with(new DefaultPrettyPrinter().withObjectIndenter(LINES).withArrayIndenter(LINES));

  static Stream<RegistryPackage> packages() throws IOException {
    List<FoundPackage> found = PackageFinder.find(List.of(PACKAGES)).packages();
    assertThat(found).hasSizeGreaterThan(9);
    return found.stream().map(FoundPackage::source).map(RecordGoldenTest::accepted);
  }

  @ParameterizedTest
  @MethodSource("packages")
  void writesTheRecordsThatWereLookedAt(RegistryPackage good) throws IOException {
    RecordEmitter.Records records =
        RecordEmitter.records(good, Optional.empty(), ArchiveFormat.ZIP, false);

    Golden.assertMatches("records/" + good.id() + ".full.json", pretty(records.full()));
    Golden.assertMatches("records/" + good.id() + ".short.json", pretty(whole(records.search())));
  }

  @ParameterizedTest
  @MethodSource("packages")
  void writesAsciiOnly(RegistryPackage good) {
    RecordEmitter.Records records =
        RecordEmitter.records(good, Optional.empty(), ArchiveFormat.ZIP, false);

    assertThat(new String(records.full(), ISO_8859_1)).matches("\\p{ASCII}+");
    assertThat(new String(whole(records.search()), ISO_8859_1)).matches("\\p{ASCII}+");
  }

  private static RegistryPackage accepted(RawPackage.Source source) {
    try (RawPackage raw = PackageReader.read(source)) {
      return ((Validation.Accepted) PackageValidator.validate(raw)).accepted();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The parts, put together as an answer is. */
  static byte[] whole(ShortRecord parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(parts.head());
    for (int i = 0; i < parts.policyTemplates().size(); i++) {
      if (i > 0) {
        all.write(',');
      }
      all.writeBytes(parts.policyTemplates().get(i));
    }
    all.writeBytes(parts.tail());
    return all.toByteArray();
  }

  private static String pretty(byte[] json) {
    return PRETTY.writeValueAsString(JSON.readTree(json)) + "\n";
  }
}
