package dev.packhouse.generator.validate.rule;

import java.io.IOException;
import java.util.List;

/** The ingest pipelines of a package: its own, and those of its data streams. */
final class IngestPipelines {
  private IngestPipelines() {}

  static List<Element> of(SpecSubject subject, Findings findings) throws IOException {
    return subject.readAll(
        subject.filesMatching("(?:data_stream/[^/]+/)?elasticsearch/ingest_pipeline/[^/]+"),
        findings);
  }
}
