package dev.packhouse.generator.emit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhouse.generator.model.PackageFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class ArchiveContentTest {
  private static final String TOP = "odd-1.0.0/";

  @Property(tries = 60)
  void archivesAndFilesHoldExactlyTheInput(@ForAll("trees") Map<String, String> tree)
      throws IOException {
    Path out = Files.createTempDirectory("archives");
    try {
      List<PackageFile> files = new ArrayList<>();
      Map<String, String> expected = new TreeMap<>();
      tree.forEach(
          (path, text) -> {
            files.add(Sources.file(path, text.getBytes(StandardCharsets.ISO_8859_1)));
            expected.put(TOP + path, text);
          });

      Runs.publish(out, VersionSource.ofFolder(Sources.id("odd", "1.0.0"), files));

      assertThat(ArchiveReader.zipFiles(out.resolve("epr/odd/odd-1.0.0.zip")))
          .containsExactlyEntriesOf(expected);
      assertThat(ArchiveReader.tarFiles(out.resolve("epr/odd/odd-1.0.0.tar.gz")))
          .containsExactlyEntriesOf(expected);
      for (Map.Entry<String, String> file : tree.entrySet()) {
        assertThat(out.resolve("package/odd/1.0.0").resolve(file.getKey()))
            .hasBinaryContent(file.getValue().getBytes(StandardCharsets.ISO_8859_1));
      }
    } finally {
      new FileOperations().deleteTree(out);
    }
  }

  /** Folders have a {@code d} before them and files an {@code f}: no name is both. */
  @Provide
  Arbitrary<Map<String, String>> trees() {
    Arbitrary<String> name =
        Arbitraries.strings()
            .withChars("aB-. '\"%~#+=:*?<>|$\tüé日Ω\u0301")
            .withChars('\uFB01', '\u2028')
            .ofMinLength(0)
            .ofMaxLength(30);
    Arbitrary<String> path =
        name.list()
            .ofMaxSize(4)
            .flatMap(
                folders ->
                    name.map(
                        file ->
                            String.join("", folders.stream().map(it -> "d" + it + "/").toList())
                                + "f"
                                + file));
    Arbitrary<String> content =
        Arbitraries.strings().withCharRange('\0', '\u00ff').ofMaxLength(300);
    return Arbitraries.maps(path, content).ofMinSize(1).ofMaxSize(12);
  }
}
