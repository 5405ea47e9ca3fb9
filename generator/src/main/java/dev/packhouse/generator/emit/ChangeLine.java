package dev.packhouse.generator.emit;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.packhouse.generator.model.PackageId;
import dev.packhouse.generator.model.ParseResult;
import dev.packhouse.generator.model.SemanticVersion;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The lines of {@code changes.json}: a JSON array with one entry on each. Servers find an entry by
 * the cursor that its line begins with, so nothing stands before that.
 */
final class ChangeLine {
  private static final String FIRST = "[\n";
  private static final String NEXT = ",\n";
  private static final String END = "\n]\n";
  private static final String EMPTY = "[]\n";

  private ChangeLine() {}

  /** Takes entries one after the other. */
  @FunctionalInterface
  interface Sink {
    /** Takes one, without what stands between entries. */
    void accept(String json) throws IOException;
  }

  /** Gives the entries of an array. */
  @FunctionalInterface
  interface Source {
    void forEach(Sink sink) throws IOException;
  }

  static String toJson(Change change) {
    return Json.MAPPER.writeValueAsString(
        Json.MAPPER
            .createObjectNode()
            .put("cursor", change.cursor())
            .put("generation", change.generation())
            .put("time", change.time().toString())
            .put("kind", change.kind().text())
            .put("name", change.id().name())
            .put("version", change.id().version().text()));
  }

  /**
   * @throws IllegalArgumentException if it is not what {@link #toJson} writes
   */
  static Change parse(String line) {
    try {
      JsonNode json = Json.MAPPER.readTree(line);
      String kind = json.required("kind").stringValue();
      return new Change(
          json.required("cursor").longValue(),
          json.required("generation").stringValue(),
          Instant.parse(json.required("time").stringValue()),
          Change.Kind.parse(kind)
              .orElseThrow(() -> new IllegalArgumentException("unknown kind " + kind)),
          new PackageId(
              json.required("name").stringValue(),
              version(json.required("version").stringValue())));
    } catch (JacksonException e) {
      throw new IllegalArgumentException(e.getOriginalMessage(), e);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  private static SemanticVersion version(String text) {
    return switch (SemanticVersion.parse(text)) {
      case ParseResult.Parsed<SemanticVersion>(SemanticVersion version) -> version;
      case ParseResult.Rejected<SemanticVersion>(String reason) ->
          throw new IllegalArgumentException(reason + ": " + text);
    };
  }

  /**
   * Reads an array, entry by entry.
   *
   * @throws IOException also if it is cut short
   */
  static void read(Path file, Sink sink) throws IOException {
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      String line = lines.readLine();
      while (line != null && !line.equals("]") && !line.equals("[]")) {
        if (!line.equals("[")) {
          sink.accept(line.endsWith(",") ? line.substring(0, line.length() - 1) : line);
        }
        line = lines.readLine();
      }
      if (line == null) {
        throw new IOException(file + " is damaged: it has no end");
      }
    }
  }

  /** Writes an array. */
  static void write(Source entries, OutputStream out) throws IOException {
    Writer writer = new Writer(out);
    entries.forEach(writer);
    out.write((writer.separator.equals(FIRST) ? EMPTY : END).getBytes(US_ASCII));
  }

  private static final class Writer implements Sink {
    private final OutputStream out;
    private String separator = FIRST;

    Writer(OutputStream out) {
      this.out = out;
    }

    @Override
    public void accept(String json) throws IOException {
      out.write((separator + json).getBytes(US_ASCII));
      separator = NEXT;
    }
  }
}
