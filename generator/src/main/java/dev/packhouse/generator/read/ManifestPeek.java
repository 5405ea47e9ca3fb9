package dev.packhouse.generator.read;

import dev.packhouse.generator.model.Document;
import dev.packhouse.generator.model.RawPackage;
import dev.packhouse.generator.model.Value;
import java.io.IOException;
import java.util.Optional;

/** The little of a manifest that tells packages apart, before it is read in earnest. */
record ManifestPeek(
    boolean isPackage, Optional<String> name, Optional<String> version, boolean deprecates) {
  /** Of a manifest that cannot be read: a package, whose author wants to know. */
  private static final ManifestPeek UNREADABLE =
      new ManifestPeek(true, Optional.empty(), Optional.empty(), false);

  /** Of a zip that was only listed: what is damaged in it is found when it is read whole. */
  static ManifestPeek of(RawPackage raw) {
    if (!raw.files().containsKey(RawPackage.MANIFEST) || !raw.findings().isEmpty()) {
      return UNREADABLE;
    }
    try {
      return of(raw.documents().read(RawPackage.MANIFEST));
    } catch (IOException damaged) {
      return UNREADABLE;
    }
  }

  static ManifestPeek of(Document manifest) {
    if (manifest instanceof Document.Parsed(Value.Mapping mapping, var _)) {
      Optional<String> name = text(mapping, "name");
      Optional<String> version = text(mapping, "version");
      boolean isPackage =
          mapping.entries().containsKey("format_version")
              || (name.isPresent() && version.isPresent());
      boolean deprecates =
          mapping.entries().keySet().stream()
              .anyMatch(key -> key.equals("deprecated") || key.startsWith("deprecated."));
      return new ManifestPeek(isPackage, name, version, deprecates);
    }
    return UNREADABLE;
  }

  private static Optional<String> text(Value.Mapping mapping, String key) {
    return mapping.find(key).flatMap(Value::asText);
  }

  FoundPackage found(RawPackage.Source source, int root) {
    return new FoundPackage(source, root, name, version, deprecates);
  }
}
