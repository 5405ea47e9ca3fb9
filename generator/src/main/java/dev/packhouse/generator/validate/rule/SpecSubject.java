package dev.packhouse.generator.validate.rule;

import dev.packhouse.generator.model.Document;
import dev.packhouse.generator.model.Finding;
import dev.packhouse.generator.model.RawPackage;
import dev.packhouse.generator.model.SemanticVersion;
import dev.packhouse.generator.model.Value;
import dev.packhouse.generator.spec.FormatVersion;
import dev.packhouse.generator.spec.Layout;
import dev.packhouse.generator.spec.PackageType;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A package as the rules of the spec see it. For one thread. */
public final class SpecSubject {
  private static final String DATA_STREAMS = "data_stream";

  /** The character behind the slash in the order of characters. */
  private static final char AFTER_SLASH = '/' + 1;

  private final RawPackage raw;
  private final Element manifest;
  private final PackageType type;
  private final String name;
  private final SemanticVersion version;
  private final FormatVersion formatVersion;
  private final Layout.Folder layout;

  /** Many rules look at the fields; they are put together for the first that does. */
  private @Nullable List<FieldsFolder> fields;

  /**
   * @param manifest content of the package's manifest, as it stands in the file
   * @param name as the manifest says; empty where it says none
   * @param layout for the package's type and format version
   */
  public SpecSubject(
      RawPackage raw,
      Element manifest,
      PackageType type,
      String name,
      SemanticVersion version,
      FormatVersion formatVersion,
      Layout.Folder layout) {
    this.raw = raw;
    this.manifest = manifest;
    this.type = type;
    this.name = name;
    this.version = version;
    this.formatVersion = formatVersion;
    this.layout = layout;
  }

  public RawPackage raw() {
    return raw;
  }

  /** The content of the package's manifest, as it stands in the file. */
  public Element manifest() {
    return manifest;
  }

  public PackageType type() {
    return type;
  }

  /** As the manifest says; empty where it says none. */
  String name() {
    return name;
  }

  SemanticVersion version() {
    return version;
  }

  public FormatVersion formatVersion() {
    return formatVersion;
  }

  /** For the package's type and format version. */
  public Layout.Folder layout() {
    return layout;
  }

  /** The folders with files of fields that can be read, by path. */
  List<FieldsFolder> fieldsFolders(Findings findings) throws IOException {
    if (fields == null) {
      fields = FieldsFolder.all(this, findings);
    }
    return fields;
  }

  /** The fields of all folders; a group comes before the fields in it. */
  List<Field> fields(Findings findings) throws IOException {
    return fieldsFolders(findings).stream().flatMap(folder -> folder.fields().stream()).toList();
  }

  /**
   * Whether the package's version is one that promises stability: 1.0.0 or later, no prerelease.
   */
  public boolean isStable() {
    return version.major() > 0 && !version.hasPrerelease();
  }

  /**
   * What stands in a YAML or JSON file. Where it cannot be read, the finding is added and nothing
   * is given: a rule then has nothing to say.
   *
   * @param file path below the package; empty is given where there is no such file
   */
  public Optional<Element> read(String file, Findings findings) throws IOException {
    if (!raw.files().containsKey(file)) {
      return Optional.empty();
    }
    return switch (raw.documents().read(file)) {
      case Document.Parsed(Value value, var warnings) -> {
        findings.addRead(warnings);
        yield Optional.of(Element.root(file, value));
      }
      case Document.Broken(Finding finding) -> {
        findings.add(finding);
        yield Optional.empty();
      }
    };
  }

  /**
   * What stands in a text file. Where it cannot be read, the finding is added and nothing is given.
   */
  public Optional<String> text(String file, Findings findings) throws IOException {
    return switch (raw.documents().readText(file)) {
      case Document.Parsed(Value value, var _) -> value.asText();
      case Document.Broken(Finding finding) -> {
        findings.add(finding);
        yield Optional.empty();
      }
    };
  }

  /** Names of the folders of data streams, sorted. */
  public List<String> dataStreams() {
    return foldersIn(DATA_STREAMS);
  }

  /** The folder of a data stream. */
  public static String dataStream(String name) {
    return DATA_STREAMS + "/" + name;
  }

  /** The manifest of a data stream; empty where it is missing or cannot be read. */
  public Optional<Element> dataStreamManifest(String name, Findings findings) throws IOException {
    return read(dataStream(name) + "/" + RawPackage.MANIFEST, findings);
  }

  /** The manifests of data streams that are there and can be read. */
  public List<Element> dataStreamManifests(Findings findings) throws IOException {
    return readAll(filesMatching(DATA_STREAMS + "/[^/]+/" + RawPackage.MANIFEST), findings);
  }

  /** What the manifest lists as policy templates. */
  public List<Element> policyTemplates() {
    return manifest.items("policy_templates");
  }

  /**
   * What the manifest has as one of its conditions, which it may write nested or with dots.
   *
   * @param key within a product's conditions, such as {@code version}
   */
  public Optional<Element> condition(String product, String key) {
    Optional<Element> conditions = manifest.find("conditions");
    return conditions
        .flatMap(it -> it.find(product + "." + key))
        .or(() -> conditions.flatMap(it -> it.find(product, key)));
  }

  /** Those of the files that can be read. */
  public List<Element> readAll(List<String> files, Findings findings) throws IOException {
    Stream.Builder<Element> read = Stream.builder();
    for (String file : files) {
      read(file, findings).ifPresent(read);
    }
    return read.build().toList();
  }

  /** Paths of the files that a regular expression matches from end to end, sorted. */
  public List<String> filesMatching(String path) {
    Pattern pattern = Pattern.compile(path);
    return raw.files().keySet().stream().filter(file -> pattern.matcher(file).matches()).toList();
  }

  /** Names of the files and folders directly in a folder. */
  public List<String> namesIn(String folder) {
    return Stream.concat(filesIn(folder).stream(), foldersIn(folder).stream()).toList();
  }

  /** Names of the folders directly in a folder, sorted. */
  public List<String> foldersIn(String folder) {
    return namesIn(folder, raw.folders());
  }

  /** Names of the files directly in a folder, sorted. */
  public List<String> filesIn(String folder) {
    return namesIn(folder, raw.files().navigableKeySet());
  }

  /** Paths of the files in a folder and in those in it, sorted. */
  public Set<String> filesBelow(String folder) {
    return below(folder, raw.files().navigableKeySet());
  }

  private static List<String> namesIn(String folder, SortedSet<String> paths) {
    int start = folder.isEmpty() ? 0 : folder.length() + 1;
    return below(folder, paths).stream()
        .map(path -> path.substring(start))
        .filter(name -> name.indexOf('/') < 0)
        .toList();
  }

  /** Looks at no others: a package may have very many. */
  private static SortedSet<String> below(String folder, SortedSet<String> paths) {
    return folder.isEmpty() ? paths : paths.subSet(folder + "/", folder + AFTER_SLASH);
  }
}
