package dev.packhouse.generator.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.packhouse.generator.model.Finding;
import dev.packhouse.generator.model.PackageFile;
import dev.packhouse.generator.model.Place;
import dev.packhouse.generator.model.RawPackage;
import dev.packhouse.generator.validate.PackageValidator;
import dev.packhouse.generator.validate.Validation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** Whatever stands in a manifest, the answer is what is wrong with it, and never an exception. */
final class AnyManifestTest {
  private static final String[] KEYS =
      """
      format_version,name,version,title,description,type,release,conditions,\
      conditions.kibana.version,kibana,agent,elastic,capabilities,categories,icons,\
      screenshots,src,policy_templates,inputs,vars,default,streams,input,package,\
      data_streams,elasticsearch,index_template,settings,mappings,ingest_pipeline.name,\
      privileges,indices,owner,github,source.license,discovery.fields,requires,content,\
      deprecated,since,replaced_by,deployment_modes,agentless,enabled,multiple,required,\
      <<,a.b,a,,.,..,"x",1,yes,? a,&k k,download,path,assets\
      """
          .split(",", -1);

  private static final String[] SCALARS =
      """
      1.0.0,8.0.0,^8.0.0 || 9,text,true,yes,1,1.5,-0.0,.nan,1e400,0x,"",~,,[],{},*k,&k v,\
      !!float 1,!!int x,"\\uD83D\\uDE00",/img/../x,../..,security,..,p,3.0.0,\
      1e99999999999,99999999999999999999999,!!set {a},!x y,"\\x07",|\
      """
          .split(",", -1);

  @Property(tries = 1_000)
  void answersAnyBytes(@ForAll byte[] bytes) throws IOException {
    validate(bytes);
  }

  @Property(tries = 1_000, shrinking = ShrinkingMode.BOUNDED)
  void answersAnyYaml(@ForAll("yaml") String yaml) throws IOException {
    validate(yaml.getBytes(UTF_8));
  }

  private static void validate(byte[] bytes) throws IOException {
    RawPackage.Source source = new RawPackage.Source.Folder("packages/p", Path.of("packages/p"));
    NavigableMap<String, PackageFile> files = new TreeMap<>();
    for (String path : List.of("manifest.yml", "data_stream/log/manifest.yml", "docs/README.md")) {
      files.put(path, new PackageFile(path, bytes.length, () -> new ByteArrayInputStream(bytes)));
    }
    RawPackage raw =
        new RawPackage(
            source,
            Optional.empty(),
            files,
            new TreeSet<>(List.of("data_stream", "data_stream/log", "docs")),
            new Documents(source, files, DocumentCache.none()),
            List.of(),
            () -> {});

    Validation validation = PackageValidator.validate(raw);

    // Its data stream has no fields.
    assertThat(validation).isInstanceOf(Validation.Refused.class);
    assertThat(validation.findings())
        .anyMatch(Finding::isError)
        .allSatisfy(finding -> assertThat(finding.file()).startsWith("packages/p/"))
        .allSatisfy(finding -> assertThat(finding.message()).isNotBlank())
        .allSatisfy(finding -> assertThat(finding.place().map(Place::line).orElse(1)).isPositive());
    ManifestPeek peek = ManifestPeek.of(raw);
    if (peek.name().isPresent() && peek.version().isPresent()) {
      assertThat(peek.isPackage()).isTrue();
    }
  }

  /** Keys of manifests with values of any kind, most of which parse. */
  @Provide
  Arbitrary<String> yaml() {
    Arbitrary<String> keys = Arbitraries.of(KEYS);
    Arbitrary<String> scalars = Arbitraries.of(SCALARS);
    Arbitrary<String> values =
        Arbitraries.lazyOf(
            () -> scalars,
            () -> scalars,
            () -> objects(keys, scalars),
            () -> objects(keys, objects(keys, scalars)),
            () -> objects(keys, lists(objects(keys, lists(objects(keys, scalars))))),
            () -> lists(objects(keys, objects(keys, scalars))),
            () -> lists(scalars));
    Arbitrary<String> line =
        Combinators.combine(keys, values).as((key, value) -> key + ": " + value + "\n");
    return line.list()
        .ofMaxSize(12)
        .map(lines -> "format_version: 3.0.0\nname: p\nversion: 1.0.0\n" + String.join("", lines));
  }

  private static Arbitrary<String> objects(Arbitrary<String> keys, Arbitrary<String> values) {
    return Combinators.combine(keys, values)
        .as((key, value) -> key + ": " + value)
        .list()
        .ofMaxSize(4)
        .map(entries -> "{" + String.join(", ", entries) + "}");
  }

  private static Arbitrary<String> lists(Arbitrary<String> values) {
    return values.list().ofMaxSize(3).map(items -> "[" + String.join(", ", items) + "]");
  }
}
