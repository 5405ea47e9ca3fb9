package dev.packhouse.generator.validate.rule;

import dev.packhouse.generator.spec.PackageType;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Where an index holds time series, a dimension says which one a document belongs to. */
final class DimensionsPresentRule implements SpecRule {
  @Override
  public Scope scope() {
    return Scope.of(PackageType.INTEGRATION).since("3.0.1");
  }

  @Override
  public void check(SpecSubject subject, Findings findings) throws IOException {
    List<FieldsFolder> withDimensions =
        subject.fieldsFolders(findings).stream()
            .filter(folder -> folder.fields().stream().anyMatch(DimensionsPresentRule::isDimension))
            .toList();
    for (String name : subject.dataStreams()) {
      Optional<Element> mode =
          subject
              .dataStreamManifest(name, findings)
              .flatMap(manifest -> manifest.find("elasticsearch", "index_mode"))
              .filter(it -> it.text().equals(Optional.of("time_series")));
      if (mode.isPresent()
          && withDimensions.stream().noneMatch(folder -> folder.isOfDataStream(name))) {
        findings.error(
            "data_stream.dimensions.missing",
            mode.get(),
            "Data stream "
                + name
                + " is kept as time series, but none of its fields is a dimension.",
            "Mark the fields that tell series apart with dimension: true, or remove index_mode.");
      }
    }
  }

  private static boolean isDimension(Field field) {
    return field.element().isTrue("dimension");
  }
}
