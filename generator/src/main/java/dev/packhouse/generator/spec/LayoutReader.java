package dev.packhouse.generator.spec;

import com.google.re2j.Pattern;
import dev.packhouse.generator.model.SemanticVersion;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/** Reads the layout of one type of package as it is in one format version. */
final class LayoutReader {
  /** Stands in a pattern for the name of the package. */
  private static final String PACKAGE = "{package}";

  /** Those of the data, which are few; compiling them takes longer than all the rest. */
  private static final Map<String, Pattern> PATTERNS = new ConcurrentHashMap<>();

  private final SemanticVersion version;
  private final String packageName;

  private LayoutReader(SemanticVersion version, String packageName) {
    this.version = version;
    this.packageName = packageName;
  }

  static Layout.Folder read(PackageType type, SemanticVersion version, String packageName) {
    return new LayoutReader(version, packageName)
        .folder(SpecData.read("layout/" + type.text()), Limits.NONE, /* development= */ false);
  }

  private Layout.Folder folder(JsonNode data, Limits outer, boolean development) {
    Limits limits = Limits.of(data.path("limits")).orElse(outer);
    boolean inDevelopment = development || data.path("development").asBoolean(false);
    List<Layout.Entry> entries =
        data.path("entries")
            .valueStream()
            .filter(entry -> Span.of(entry).includes(version))
            .map(entry -> entry(entry, limits, inDevelopment))
            .toList();
    return new Layout.Folder(
        data.path("open").asBoolean(false), inDevelopment, isBeta(data), limits, entries);
  }

  private boolean isBeta(JsonNode data) {
    return data.path("beta-until").isString()
        && Span.until(data.path("beta-until").stringValue()).includes(version);
  }

  private Layout.Entry entry(JsonNode data, Limits outer, boolean development) {
    Layout.Naming naming = naming(data);
    String description = data.path("description").asString("");
    boolean required = data.path("required").asBoolean(false);
    boolean linkable = data.path("link").asBoolean(naming instanceof Layout.Naming.Exact);
    Limits limits = Limits.of(data.path("limits")).orElse(outer);
    JsonNode folder = data.path("folder");
    if (folder.isMissingNode()) {
      MediaType mediaType = MediaType.of(data.path("file").stringValue());
      Optional<String> schema = Optional.ofNullable(data.path("schema").asString(null));
      return new Layout.Entry.File(
          naming, description, required, linkable, mediaType, schema, limits);
    }
    JsonNode content = folder.isString() ? SpecData.read("layout/" + folder.stringValue()) : folder;
    return new Layout.Entry.SubFolder(
        naming, description, required, linkable, folder(content, limits, development));
  }

  private Layout.Naming naming(JsonNode data) {
    JsonNode name = data.path("name");
    return name.isString()
        ? new Layout.Naming.Exact(name.stringValue())
        : new Layout.Naming.Matching(
            pattern(data.path("pattern")),
            data.path("except").valueStream().map(this::pattern).toList(),
            data.path("example").stringValue().replace(PACKAGE, packageName));
  }

  private Pattern pattern(JsonNode text) {
    String pattern = text.stringValue();
    return pattern.contains(PACKAGE)
        ? Pattern.compile(pattern.replace(PACKAGE, Pattern.quote(packageName)))
        : PATTERNS.computeIfAbsent(pattern, Pattern::compile);
  }
}
