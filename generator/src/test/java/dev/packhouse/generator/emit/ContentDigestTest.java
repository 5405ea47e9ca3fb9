package dev.packhouse.generator.emit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ContentDigestTest {
  @Test
  void isWhatTheDocumentationSays() throws IOException {
    String file = Sha256.of("x".getBytes(StandardCharsets.UTF_8));
    String text = "file\0a\0001\0" + file + "\n";

    assertThat(digest(Sources.version("a", "1.0.0", "x"))).hasSize(64);
    assertThat(
            ContentPass.run(
                VersionSource.ofFolder(Sources.id("a", "1.0.0"), List.of(Sources.file("a", "x"))),
                List.of()))
        .isEqualTo(Sha256.of(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void dependsOnPathsContentsZipAndSignature(@TempDir Path folder) throws IOException {
    VersionSource zip = Sources.zipVersion(folder, "a", "1.0.0", "one");
    String withZip = digest(zip);
    VersionSource.Zip unsigned =
        new VersionSource.Zip(zip.zip().orElseThrow().path(), Optional.empty());
    String withoutSignature = digest(VersionSource.ofZip(zip.id(), zip.files(), unsigned));
    Files.write(unsigned.path(), new byte[1], StandardOpenOption.APPEND);
    String withOtherZip = digest(zip);

    assertThat(
            List.of(
                withZip,
                withoutSignature,
                withOtherZip,
                digest(Sources.version("a", "1.0.0", "one")),
                digest(Sources.version("a", "1.0.0", "two"))))
        .doesNotHaveDuplicates();
  }

  private static String digest(VersionSource source) throws IOException {
    return ContentPass.run(source, List.of());
  }
}
