package dev.packhouse.generator.read;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.packhouse.generator.PackageFixture;
import dev.packhouse.generator.model.Document;
import dev.packhouse.generator.model.Finding;
import dev.packhouse.generator.model.PackageFile;
import dev.packhouse.generator.model.RawPackage;
import dev.packhouse.generator.model.UnreadableFileException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.UnicodePathExtraField;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ZipScannerTest {
  private static final RawZip.Entry MANIFEST = RawZip.Entry.of("p-1.0.0/manifest.yml", "name: p\n");
  private static final int ENCRYPTED = 1;
  private static final int LZMA = 14;
  private static final int BZIP2 = 12;
  private static final int IMPLODED = 6;

  @TempDir Path folder;

  @Test
  void listsFilesAndFoldersOfAZipWithoutFolderEntries() throws IOException {
    Path zip = PackageFixture.of("p", "1.0.0").file("a/b/c.txt", "text").zip(folder);

    try (RawPackage raw = scan(zip)) {
      assertThat(raw.findings()).isEmpty();
      assertThat(raw.topFolder()).contains("p-1.0.0");
      assertThat(raw.files()).containsOnlyKeys("manifest.yml", "docs/README.md", "a/b/c.txt");
      assertThat(raw.folders()).containsExactly("a", "a/b", "docs");
      assertThat(raw.files().get("a/b/c.txt"))
          .satisfies(
              file -> {
                assertThat(file.size()).isEqualTo(4);
                try (InputStream in = file.content().open()) {
                  assertThat(in).hasContent("text");
                }
              });
      assertThat(raw.documents().read("manifest.yml")).isInstanceOf(Document.Parsed.class);
    }
  }

  @Test
  void listsFilesAndFoldersOfAZipWithFolderEntries() throws IOException {
    byte[] zip =
        RawZip.of(
            RawZip.Entry.of("p-1.0.0/", ""),
            RawZip.Entry.of("p-1.0.0/docs/", ""),
            RawZip.Entry.of("p-1.0.0/empty/", ""),
            RawZip.Entry.deflated("p-1.0.0/docs/README.md", "text".getBytes(UTF_8)),
            MANIFEST);

    try (RawPackage raw = scan(write(zip))) {
      assertThat(raw.findings()).isEmpty();
      assertThat(raw.files()).containsOnlyKeys("docs/README.md", "manifest.yml");
      assertThat(raw.folders()).containsExactly("docs", "empty");
    }
  }

  @Test
  void listsFilesWhosePathsAreAsLongAsTheyMayBe() throws IOException {
    String name = "docs/" + "a".repeat(253) + "ä";
    String path = "abcd/".repeat(199) + "abcde";

    try (RawPackage raw = scan(write(RawZip.of(entry("p/" + name), entry("p/" + path))))) {
      assertThat(raw.findings()).isEmpty();
      assertThat(raw.files()).containsOnlyKeys(name, path);
    }
  }

  @Test
  void namesTheTopFolderWhateverItIsCalled() throws IOException {
    Path zip = PackageFixture.of("p", "1.0.0").zipAt(folder.resolve("p-1.0.0.zip"), "other");

    try (RawPackage raw = scan(zip)) {
      assertThat(raw.findings()).isEmpty();
      assertThat(raw.topFolder()).contains("other");
    }
  }

  static Stream<Arguments> hostile() {
    RawZip.Entry good = RawZip.Entry.of("p-1.0.0/a.txt", "text");
    byte[] nonsense = {'p', '-', '1', '.', '0', '.', '0', '/', (byte) 0xff};
    return Stream.of(
        refused("a name that climbs", "zip.entry.outside", entry("p-1.0.0/../../x")),
        refused("a name that climbs at once", "zip.entry.outside", entry("../x")),
        refused("a name that climbs at its end", "zip.entry.outside", entry("p-1.0.0/..")),
        refused("a name with a dot", "zip.entry.outside", entry("p-1.0.0/./x")),
        refused("a name with two slashes", "zip.entry.outside", entry("p-1.0.0//x")),
        refused("an absolute name", "zip.entry.outside", entry("/etc/x")),
        refused("a name with a drive", "zip.entry.outside", entry("C:/x")),
        refused("a backslash", "zip.entry.outside", entry("p-1.0.0/a\\..\\..\\x")),
        refused("only backslashes", "zip.entry.outside", entry("p-1.0.0\\x")),
        refused("an empty name", "zip.entry.outside", entry("")),
        refused("only a slash", "zip.entry.outside", entry("/")),
        refused("two top folders", "zip.top_folder.conflict", entry("other/x")),
        refused("a file at the top", "zip.top_folder.missing", entry("x")),
        refused("two entries of one path", "zip.entry.duplicate", good, good),
        refused("names equal but for case", "zip.entry.duplicate", good, entry("p-1.0.0/A.txt")),
        refused(
            "names equal but for their accents",
            "zip.entry.duplicate",
            entry("p-1.0.0/\u00e4"),
            entry("p-1.0.0/a\u0308")),
        refused("a file below a file", "zip.entry.duplicate", good, entry("p-1.0.0/a.txt/b")),
        refused("a file and a folder", "zip.entry.duplicate", good, entry("p-1.0.0/a.txt/")),
        refused(
            "a file and a folder equal but for case",
            "zip.entry.duplicate",
            good,
            entry("p-1.0.0/A.TXT/b")),
        refused("a symbolic link", "zip.entry.link", good.mode(0120777)),
        refused("an encrypted entry", "zip.entry.encrypted", good.flags(ENCRYPTED)),
        refused("an unknown method", "zip.entry.method", good.method(77)),
        refused("lzma", "zip.entry.method", good.method(LZMA)),
        refused("bzip2", "zip.entry.method", good.method(BZIP2)),
        refused("implode", "zip.entry.method", good.method(IMPLODED)),
        refused("a wrong checksum", "zip.damaged", good.crc(1)),
        refused("a size that is too small", "zip.damaged", deflated(4).size(3)),
        refused("a size that is too large", "zip.damaged", deflated(4).size(5)),
        refused("more than it claims", "zip.damaged", deflated(4 << 20).size(5)),
        refused("no data in its method", "zip.damaged", good.method(8)),
        refused("a claim of 3 GiB", "zip.size_limit", deflated(4).size(3L << 30)),
        refused("a claim of a high ratio", "zip.size_limit", deflated(4).size(65L << 20)),
        refused("a long name", "package.file.name", entry("p-1.0.0/docs/" + "a".repeat(256))),
        refused("a long folder", "package.file.name", entry("p-1.0.0/" + "ä".repeat(128) + "/a")),
        refused("a long path", "package.file.name", entry("p-1.0.0/" + "abcd/".repeat(200) + "a")),
        refused("many folders", "package.file.name", entry("p-1.0.0/" + "a/".repeat(32_000) + "a")),
        refused("a control character", "package.file.name", entry("p-1.0.0/a\u0007")),
        refused("a NUL", "package.file.name", entry("p-1.0.0/a\0")),
        refused("a name that is no UTF-8", "package.file.name", good.named(nonsense)));
  }

  @ParameterizedTest
  @MethodSource("hostile")
  @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void refuses(String code, byte[] bytes) throws IOException {
    Path zip = write(bytes);

    try (RawPackage raw = scan(zip)) {
      assertThat(raw.findings()).extracting(Finding::code).containsExactly(code);
      assertThat(raw.findings()).allMatch(Finding::isError).allMatch(it -> clean(it, zip));
    }
    assertThat(folder).isDirectoryNotContaining(path -> !path.equals(zip));
  }

  @Test
  void checksTheNamesThatOtherProgramsRead() throws IOException {
    byte[] raw = "p-1.0.0/../../x".getBytes(UTF_8);
    UnicodePathExtraField nicer = new UnicodePathExtraField("p-1.0.0/x", raw);
    byte[] data = nicer.getCentralDirectoryData();
    ByteArrayOutputStream extra = new ByteArrayOutputStream();
    extra.writeBytes(nicer.getHeaderId().getBytes());
    extra.writeBytes(nicer.getCentralDirectoryLength().getBytes());
    extra.writeBytes(data);

    byte[] zip = RawZip.of(MANIFEST, entry("").named(raw).extra(extra.toByteArray()));

    assertThat(codes(zip)).containsExactly("zip.entry.outside", "zip.entry.ambiguous");
  }

  @Test
  void refusesHeadersThatSayOtherThanTheDirectory() throws IOException {
    byte[] good = RawZip.of(MANIFEST, entry("p-1.0.0/abc"));
    int local = new String(good, ISO_8859_1).indexOf("p-1.0.0/abc");
    byte[] renamed = good.clone();
    System.arraycopy("../../../ab".getBytes(UTF_8), 0, renamed, local, 11);
    byte[] longer = good.clone();
    longer[local - 8]++;
    byte[] shared = good.clone();
    int directory = new String(good, ISO_8859_1).lastIndexOf("p-1.0.0/abc");
    Arrays.fill(shared, directory - 4, directory, (byte) 0);

    assertThat(codes(good)).isEmpty();
    assertThat(codes(renamed)).containsExactly("zip.entry.ambiguous");
    assertThat(codes(longer)).containsExactly("zip.entry.ambiguous");
    assertThat(codes(shared)).containsExactly("zip.entry.ambiguous");
  }

  @Test
  void readsAZipWithLargeNumbersAndSizesBehindTheData() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipArchiveOutputStream out = new ZipArchiveOutputStream(bytes)) {
      out.setUseZip64(Zip64Mode.Always);
      out.putArchiveEntry(new ZipArchiveEntry("p-1.0.0/a"));
      out.write("name: p\n".getBytes(UTF_8));
      out.closeArchiveEntry();
    }

    try (RawPackage raw = scan(write(bytes.toByteArray()))) {
      assertThat(raw.findings()).isEmpty();
      assertThat(contents(raw)).containsExactly("name: p\n");
    }
  }

  /** Kibana refuses the first, and the offsets of the second are those of another file. */
  @Test
  void refusesBytesBehindAndBeforeTheZip() throws IOException {
    byte[] good = RawZip.of(MANIFEST);
    byte[] behind = Arrays.copyOf(good, good.length + 10);
    byte[] before = new byte[good.length + 10];
    System.arraycopy(good, 0, before, 10, good.length);

    assertThat(codes(behind)).containsExactly("zip.damaged");
    assertThat(codes(before)).containsExactly("zip.damaged");
  }

  @Test
  void saysEachKindOfMistakeOnce() throws IOException {
    assertThat(
            codes(
                RawZip.of(
                    entry("../a"),
                    entry("../b"),
                    entry("x"),
                    entry("y"),
                    entry("p/z").mode(0120777))))
        .containsExactly("zip.entry.outside", "zip.top_folder.missing", "zip.entry.link");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "PK", "not a zip", "PK\u0003\u0004"})
  void refusesWhatIsNoZip(String text) throws IOException {
    assertThat(codes(text.getBytes(UTF_8))).containsExactly("zip.damaged");
  }

  @Test
  void acceptsAZipOfNothing() throws IOException {
    try (RawPackage raw = scan(write(RawZip.of()))) {
      assertThat(raw.files()).isEmpty();
      assertThat(raw.topFolder()).isEmpty();
    }
  }

  @Test
  void refusesAZipThatEndsAnywhere() throws IOException {
    byte[] whole = RawZip.of(MANIFEST, deflated(1000));

    for (int length = 0; length < whole.length; length++) {
      assertThat(codes(Arrays.copyOf(whole, length)))
          .as("%s", length)
          .containsExactly("zip.damaged");
    }
  }

  @Test
  void answersDamageAnywhereWithFindings() throws IOException {
    byte[] whole = RawZip.of(RawZip.Entry.of("p-1.0.0/", ""), MANIFEST, deflated(1000));
    Random random = new Random(20);
    for (int round = 0; round < 300; round++) {
      byte[] damaged = whole.clone();
      for (int times = random.nextInt(5); times >= 0; times--) {
        damaged[random.nextInt(whole.length)] =
            (byte) (random.nextBoolean() ? 255 : random.nextInt());
      }
      try (RawPackage raw = scan(write(damaged))) {
        if (raw.findings().isEmpty()) {
          assertThat(contents(raw)).isSubsetOf("name: p\n", "\0".repeat(1000));
        } else {
          assertThat(raw.findings()).allMatch(Finding::isError);
          assertThat(raw.findings())
              .allSatisfy(it -> assertThat(it.code()).matches("zip\\..*|package\\.file\\.name"));
        }
      }
    }
  }

  private static List<String> contents(RawPackage raw) throws IOException {
    List<String> contents = new ArrayList<>();
    for (PackageFile file : raw.files().values()) {
      try (InputStream in = file.content().open()) {
        contents.add(new String(in.readAllBytes(), UTF_8));
      }
    }
    return contents;
  }

  @Test
  void failsWhereTheFileItselfCannotBeOpened() {
    assertThatThrownBy(() -> scan(folder.resolve("missing.zip")))
        .isInstanceOf(UnreadableFileException.class)
        .hasCauseInstanceOf(NoSuchFileException.class);
  }

  private static RawZip.Entry entry(String name) {
    return RawZip.Entry.of(name, name.endsWith("/") ? "" : "text");
  }

  private static RawZip.Entry deflated(int size) {
    return RawZip.Entry.deflated("p-1.0.0/b.txt", new byte[size]);
  }

  private static Arguments refused(String name, String code, RawZip.Entry... entries) {
    RawZip.Entry[] all =
        Stream.concat(Stream.of(MANIFEST), Stream.of(entries)).toArray(RawZip.Entry[]::new);
    return argumentSet(name, code, RawZip.of(all));
  }

  private static boolean clean(Finding finding, Path zip) {
    return finding.file().startsWith(zip.toString())
        && finding.toString().chars().noneMatch(Character::isISOControl);
  }

  private List<String> codes(byte[] bytes) throws IOException {
    try (RawPackage raw = scan(write(bytes))) {
      return raw.findings().stream().map(Finding::code).toList();
    }
  }

  private Path write(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("p-1.0.0.zip"), bytes);
  }

  private static RawPackage scan(Path zip) throws IOException {
    return PackageReader.read(new RawPackage.Source.Zip(zip.toString(), zip, Optional.empty()));
  }
}
