package dev.packhouse.generator.emit;

import dev.packhouse.generator.model.ArchiveFormat;
import dev.packhouse.generator.model.Retention;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Whole runs, as the {@code generate} stage makes them, with listings that name their versions. */
final class Runs {
  static final Set<ArchiveFormat> BOTH = EnumSet.allOf(ArchiveFormat.class);

  /** Time makes no difference. */
  static final Retention ONE = new Retention(/* older= */ 1, Duration.ZERO);

  /** When all of them take place, so that they give the same bytes. */
  static final Instant TIME = Instant.parse("2026-01-02T03:04:05Z");

  private Runs() {}

  static RegistryEmitter open(Path out) throws IOException {
    return RegistryEmitter.open(out, BOTH, "test", ONE, Optional.of(TIME));
  }

  static Publication publish(Path out, VersionSource... sources) throws IOException {
    return publish(out, ONE, sources);
  }

  static Publication publish(Path out, Retention retention, VersionSource... sources)
      throws IOException {
    return publish(
        out, BOTH, retention, new UnsyncedOperations(), "record", /* pages= */ false, sources);
  }

  /** Publishes versions whose records hold {@code record}, with a page for each. */
  static Publication publish(
      Path out,
      Set<ArchiveFormat> archives,
      FileOperations operations,
      String record,
      VersionSource... sources)
      throws IOException {
    return publish(out, archives, ONE, operations, record, /* pages= */ true, sources);
  }

  private static Publication publish(
      Path out,
      Set<ArchiveFormat> archives,
      Retention retention,
      FileOperations operations,
      String record,
      boolean pages,
      VersionSource... sources)
      throws IOException {
    try (RegistryEmitter run =
        RegistryEmitter.open(out, archives, "test", retention, Optional.of(TIME), operations)) {
      Set<String> lines = new TreeSet<>();
      for (VersionSource source : sources) {
        VersionContent content = run.stage(source).content();
        PublishedVersion version = run.add(content, record(content, record));
        lines.add(version.id() + " " + content.digest() + " " + version.recordDigest());
      }
      if (run.isChanged()) {
        Files.writeString(run.stagedIndexFolder().resolve("segments"), String.join("\n", lines));
        StagedFiles files = run.files();
        files.put("feeds/all.atom", String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
        files.put("feeds/package/same.atom", "the same".getBytes(StandardCharsets.UTF_8));
        if (pages) {
          stagePages(files, lines);
        }
      }
      return run.publish(listings(String.join("|", lines)));
    }
  }

  /** One for each line, in folders as deep as real ones. */
  private static void stagePages(StagedFiles files, Set<String> lines) throws IOException {
    for (String line : lines) {
      String path = "ui/packages/" + line.substring(0, line.indexOf(' ')) + ".html";
      if (!files.keep(path, line)) {
        files.write(path, line, line.getBytes(StandardCharsets.UTF_8));
      }
    }
    files.write("ui/index.html", "all", String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
  }

  static byte[] record(VersionContent content, String text) {
    return "{\"name\":\"%s\",\"note\":\"%s\"}\n"
        .formatted(content.id(), text)
        .getBytes(StandardCharsets.UTF_8);
  }

  static Listings listings(String text) {
    return new Listings(
        out -> write(out, "{}\n"),
        out -> write(out, "[\"" + text + "\"]\n"),
        out -> write(out, "[\"all\",\"" + text + "\"]\n"),
        out -> write(out, "[]\n"),
        out -> write(out, "{\"openapi\":\"3.1.0\"}\n"));
  }

  static List<String> names(VersionSource... sources) {
    return List.of(sources).stream().map(source -> source.id().toString()).sorted().toList();
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }
}
