package dev.packhouse.generator.validate;

import dev.packhouse.generator.model.RawPackage;
import dev.packhouse.generator.model.RecordShape;
import dev.packhouse.generator.model.RecordShapes;
import dev.packhouse.generator.model.Value;
import dev.packhouse.generator.validate.registry.Places;
import dev.packhouse.generator.validate.registry.Subject;
import dev.packhouse.generator.validate.rule.Findings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Reads a package's manifest and those of its data streams. */
final class ManifestReader {
  private final RawPackage raw;
  private final Findings findings;
  private final Places places = new Places();

  ManifestReader(RawPackage raw, Findings findings) {
    this.raw = raw;
    this.findings = findings;
  }

  /** Empty where the package's own manifest cannot be read; the findings say why. */
  Optional<Subject> read() throws IOException {
    Optional<Value.Mapping> manifest = mapping(RawPackage.MANIFEST);
    if (manifest.isEmpty()) {
      return Optional.empty();
    }
    ObjectNode record = record(RawPackage.MANIFEST, manifest.get(), RecordShapes.FULL);
    List<Subject.DataStream> dataStreams = dataStreams();
    DerivedValues.addTo(raw, record, dataStreams);
    return Optional.of(new Subject(raw, manifest.get(), record, dataStreams, places));
  }

  private List<Subject.DataStream> dataStreams() throws IOException {
    List<Subject.DataStream> dataStreams = new ArrayList<>();
    for (String path : DataStreamFolders.of(raw)) {
      String file = path + "/" + RawPackage.MANIFEST;
      mapping(file)
          .map(mapping -> record(file, mapping, RecordShapes.DATA_STREAM))
          .ifPresent(record -> dataStreams.add(new Subject.DataStream(path, record)));
    }
    return dataStreams;
  }

  private ObjectNode record(String file, Value.Mapping mapping, RecordShape shape) {
    return new ShapeReader(file, places, findings).read(mapping, shape);
  }

  private Optional<Value.Mapping> mapping(String file) throws IOException {
    return ManifestFile.read(raw, file, findings, findings::addAll)
        .map(mapping -> new DottedKeys(file, findings).expand(mapping));
  }
}
