package dev.packhouse.server;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A row of the recordings: what the reference registry answered to one request. */
record RecordedAnswer(JsonNode row) {
  static RecordedAnswer of(JsonNode row) {
    return new RecordedAnswer(row);
  }

  /** What is different in an answer of ours; empty where nothing is. */
  Optional<String> difference(WireClient.Answer ours) {
    int status = row.get("status").asInt();
    if (ours.status() != status) {
      return Optional.of("status " + ours.status() + ", recorded " + status);
    }
    if (status == 301) {
      return unequal("Location", target(recorded("location")), target(ours.first("Location")));
    }
    return unequal("type", media(recorded("content_type")), media(ours.first("Content-Type")))
        .or(() -> unequal("Cache-Control", recordedCaching(), caching(ours)))
        .or(() -> bodyDifference(ours.body()));
  }

  private Optional<String> bodyDifference(byte[] body) {
    if (row.has("json")) {
      // As text, so that the order of keys counts.
      return unequal(
          "JSON", row.get("json").toString(), JsonMapper.shared().readTree(body).toString());
    }
    if (row.has("entries")) {
      List<String> recorded = row.get("entries").valueStream().map(JsonNode::asString).toList();
      return unequal("files", files(recorded.stream()), files(entries(body).stream()));
    }
    if (row.has("text")) {
      String text = new String(body, StandardCharsets.UTF_8);
      return unequal("text", recorded("text").strip(), text.strip());
    }
    return row.has("sha256")
        ? unequal("bytes", recorded("sha256"), sha256(body))
        : Optional.empty();
  }

  private static Optional<String> unequal(String what, Object recorded, Object ours) {
    return recorded.equals(ours)
        ? Optional.empty()
        : Optional.of(what + " " + ours + ", recorded " + recorded);
  }

  private String recorded(String key) {
    return row.path(key).asString("");
  }

  private List<String> recordedCaching() {
    return directives(row.path("cache_control").valueStream().map(JsonNode::asString));
  }

  private static List<String> caching(WireClient.Answer ours) {
    return directives(ours.all("Cache-Control").stream());
  }

  private static List<String> directives(Stream<String> values) {
    return values
        .flatMap(value -> Arrays.stream(value.split(",", -1)))
        .map(String::strip)
        .filter(value -> !value.isEmpty())
        .sorted()
        .toList();
  }

  private static String media(String contentType) {
    return contentType.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
  }

  private static String target(String location) {
    URI uri = URI.create(location);
    return uri.getRawPath() + "?" + uri.getRawQuery();
  }

  private static List<String> files(Stream<String> entries) {
    return entries.filter(entry -> !entry.endsWith("/")).sorted().toList();
  }

  private static List<String> entries(byte[] zip) {
    List<String> names = new ArrayList<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        names.add(entry.getName());
      }
    } catch (IOException notAZip) {
      throw new UncheckedIOException(notAZip);
    }
    return names;
  }

  private static String sha256(byte[] body) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
