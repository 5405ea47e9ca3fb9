package dev.packhouse.generator.index;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.packhouse.generator.model.IndexedPackage;
import dev.packhouse.generator.model.PackageCategories;
import dev.packhouse.generator.model.PackageFacets;
import dev.packhouse.generator.model.PackageId;
import dev.packhouse.generator.model.SemanticVersion;
import dev.packhouse.generator.model.ShortRecord;
import dev.packhouse.generator.model.VersionConstraint;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Hand-made versions for indexes in tests; policy templates are called t0, t1 and so on. */
public final class SamplePackage {
  private final String name;
  private final String version;
  private String type = "integration";
  private String formatVersion = "3.0.0";
  private boolean experimental;
  private Optional<VersionConstraint> kibana = Optional.empty();
  private Optional<VersionConstraint> agent = Optional.empty();
  private List<String> capabilities = List.of();
  private List<String> discoveryFields = List.of();
  private List<String> discoveryDatasets = List.of();
  private List<String> categories = List.of();
  private final List<List<String>> templates = new ArrayList<>();
  private PackageFacets facets = new PackageFacets("", "basic", "ga");
  private String contentBase = "";
  private String recordBase = "";

  private SamplePackage(String name, String version) {
    this.name = name;
    this.version = version;
  }

  public static SamplePackage of(String name, String version) {
    return new SamplePackage(name, version);
  }

  public SamplePackage type(String value) {
    type = value;
    return this;
  }

  public SamplePackage formatVersion(String value) {
    formatVersion = value;
    return this;
  }

  public SamplePackage experimental(boolean value) {
    experimental = value;
    return this;
  }

  public SamplePackage kibana(String value) {
    kibana = Optional.of(VersionConstraint.parse(value).toOptional().orElseThrow());
    return this;
  }

  public SamplePackage agent(String value) {
    agent = Optional.of(VersionConstraint.parse(value).toOptional().orElseThrow());
    return this;
  }

  public SamplePackage capabilities(String... values) {
    capabilities = List.of(values);
    return this;
  }

  public SamplePackage discoveryFields(String... values) {
    discoveryFields = List.of(values);
    return this;
  }

  public SamplePackage discoveryDatasets(String... values) {
    discoveryDatasets = List.of(values);
    return this;
  }

  public SamplePackage categories(String... values) {
    categories = List.of(values);
    return this;
  }

  public SamplePackage template(String... values) {
    templates.add(List.of(values));
    return this;
  }

  public SamplePackage facets(String owner, String subscription, String release) {
    facets = new PackageFacets(owner, subscription, release);
    return this;
  }

  public SamplePackage bases(String content, String record) {
    contentBase = content;
    recordBase = record;
    return this;
  }

  public IndexedPackage build() {
    return new IndexedPackage(
        new PackageId(name, SemanticVersion.parseStrict(version).toOptional().orElseThrow()),
        type,
        SemanticVersion.parseStrict(formatVersion).toOptional().orElseThrow(),
        experimental,
        kibana,
        agent,
        capabilities,
        discoveryFields,
        discoveryDatasets,
        new PackageCategories(categories, templates),
        facets,
        record(),
        contentBase,
        recordBase);
  }

  /** Writes a finished index into a folder. */
  public static void index(Path folder, Collection<IndexedPackage> versions) throws Exception {
    try (PackageIndexer indexer = PackageIndexer.create(folder)) {
      for (IndexedPackage version : versions) {
        indexer.add(version);
      }
      indexer.finish();
    }
  }

  private ShortRecord record() {
    String start = "{\"name\":\"" + name + "\",\"version\":\"" + version + "\"";
    if (templates.isEmpty()) {
      return new ShortRecord(bytes(start + "}"), List.of(), new byte[0]);
    }
    List<byte[]> parts =
        IntStream.range(0, templates.size())
            .mapToObj(i -> bytes("{\"name\":\"t" + i + "\"}"))
            .toList();
    return new ShortRecord(
        bytes(start + ",\"policy_templates\":["), parts, bytes("],\"type\":\"" + type + "\"}"));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(US_ASCII);
  }
}
