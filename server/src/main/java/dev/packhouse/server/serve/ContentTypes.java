package dev.packhouse.server.serve;

import dev.packhouse.generator.model.ArchiveFormat;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Content types by the end of a file's name. Kibana refuses a package's file of a type that it does
 * not know, so text with any other end is plain text.
 */
final class ContentTypes {
  private static final Map<String, MediaType> BY_ENDING =
      Map.ofEntries(
          Map.entry("atom", MediaType.ATOM),
          Map.entry("gif", MediaType.binary("image/gif")),
          Map.entry("gz", MediaType.binary(ArchiveFormat.TAR_GZ.mediaType())),
          Map.entry("htm", MediaType.document(MediaType.PLAIN_TEXT.text())),
          Map.entry("html", MediaType.document(MediaType.PLAIN_TEXT.text())),
          Map.entry("ico", MediaType.binary("image/x-icon")),
          Map.entry("jpeg", MediaType.binary("image/jpeg")),
          Map.entry("jpg", MediaType.binary("image/jpeg")),
          Map.entry("js", MediaType.text("text/javascript; charset=utf-8")),
          Map.entry("json", MediaType.JSON),
          Map.entry("md", MediaType.text("text/markdown; charset=utf-8")),
          Map.entry("pdf", MediaType.binary("application/pdf")),
          Map.entry("png", MediaType.binary("image/png")),
          Map.entry("sha256", MediaType.PLAIN_TEXT),
          Map.entry("sig", MediaType.binary(ArchiveFormat.SIGNATURE_MEDIA_TYPE)),
          Map.entry("svg", MediaType.document("image/svg+xml")),
          Map.entry("txt", MediaType.PLAIN_TEXT),
          Map.entry("webp", MediaType.binary("image/webp")),
          Map.entry("yaml", MediaType.text("text/yaml; charset=UTF-8")),
          Map.entry("yml", MediaType.text("text/yaml; charset=UTF-8")),
          Map.entry("zip", MediaType.binary(ArchiveFormat.ZIP.mediaType())));

  /** What the registry's own pages are made of. */
  private static final Map<String, MediaType> OF_PAGES =
      Map.of(
          "css", MediaType.text("text/css; charset=utf-8"),
          "html", MediaType.page("text/html; charset=utf-8"),
          "svg", MediaType.page("image/svg+xml"));

  /** How much of a file is looked at to tell text from other bytes. */
  private static final int SAMPLE = 512;

  private ContentTypes() {}

  /** The type of a file, which is opened only where its name says nothing. */
  static MediaType of(Path file) throws IOException {
    MediaType known = byName(file.toString());
    if (known != null) {
      return known;
    }
    try (InputStream in = Files.newInputStream(file)) {
      return TextSample.isText(in.readNBytes(SAMPLE)) ? MediaType.PLAIN_TEXT : MediaType.BYTES;
    }
  }

  /** The type of a file of the registry's own pages, where it has another than one of a package. */
  static Optional<MediaType> ofPage(Path file) {
    return Optional.ofNullable(OF_PAGES.get(ending(file.toString())));
  }

  private static @Nullable MediaType byName(String name) {
    return BY_ENDING.get(ending(name));
  }

  private static String ending(String name) {
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}
