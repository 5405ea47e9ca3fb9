package dev.packhouse.generator.validate.registry;

import static dev.packhouse.generator.model.Trees.text;

import dev.packhouse.generator.model.Document;
import dev.packhouse.generator.model.Finding;
import dev.packhouse.generator.model.Place;
import dev.packhouse.generator.model.Value;
import dev.packhouse.generator.validate.rule.Findings;
import java.io.IOException;
import java.util.List;

/** The ingest pipeline that a data stream names is there and can be read, and no other is left. */
final class PipelineRule implements Rule {
  private static final String INVALID = "pipeline.file.invalid";

  @Override
  public void check(Subject subject, Findings findings) throws IOException {
    for (Subject.DataStream stream : subject.dataStreams()) {
      check(subject, stream, findings);
    }
  }

  private static void check(Subject subject, Subject.DataStream stream, Findings findings)
      throws IOException {
    PipelineFiles pipelines = PipelineFiles.of(subject.raw(), stream.path());
    String name = text(stream.record(), "ingest_pipeline");
    if (name.isEmpty()) {
      if (!pipelines.paths().isEmpty()) {
        unused(pipelines, findings);
      }
      return;
    }
    List<String> files = pipelines.named(name);
    if (files.isEmpty()) {
      findings.error(
          "pipeline.file.missing",
          stream.manifest(),
          subject.places().of(stream.record(), "ingest_pipeline"),
          "The ingest pipeline " + name + " is named, but there is no " + name + ".yml or .json.",
          "Put it into " + pipelines.folder() + ", or do not name it.");
    }
    for (String file : files) {
      parse(subject, file, findings);
    }
  }

  private static void unused(PipelineFiles pipelines, Findings findings) {
    findings.error(
        "pipeline.file.unused",
        pipelines.paths().getFirst(),
        "The data stream has ingest pipelines, but names none and none is called default.",
        "Name one with ingest_pipeline, or call it default.yml.");
  }

  private static void parse(Subject subject, String file, Findings findings) throws IOException {
    if (!subject.raw().files().containsKey(file)) {
      invalid(file, "The ingest pipeline is a folder.", findings);
      return;
    }
    switch (subject.raw().documents().read(file)) {
      case Document.Broken(Finding finding) ->
          findings.error(
              INVALID, file, finding.place().orElse(Place.START), finding.message(), finding.fix());
      case Document.Parsed(Value value, var warnings) -> {
        findings.addAll(warnings);
        if (!(value instanceof Value.Mapping || value instanceof Value.Null)) {
          invalid(file, "The ingest pipeline is " + value.kind() + ", not an object.", findings);
        }
      }
    }
  }

  private static void invalid(String file, String message, Findings findings) {
    findings.error(
        INVALID,
        file,
        message,
        "Write an object with processors, as Elasticsearch's pipelines have it.");
  }
}
