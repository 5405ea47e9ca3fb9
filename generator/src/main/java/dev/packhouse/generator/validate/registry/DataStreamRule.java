package dev.packhouse.generator.validate.registry;

import static dev.packhouse.generator.model.Trees.text;

import dev.packhouse.generator.validate.rule.Findings;
import java.util.List;

/** A data stream has a title, a type that is known, and a dataset without a dash. */
final class DataStreamRule implements Rule {
  private static final List<String> TYPES = List.of("logs", "metrics", "synthetics", "traces");

  @Override
  public void check(Subject subject, Findings findings) {
    Required required = new Required(subject, findings);
    for (Subject.DataStream stream : subject.dataStreams()) {
      required.text(stream.manifest(), stream.record(), "title", "data_stream.title");
      required.text(stream.manifest(), stream.record(), "type", "data_stream.type");
      String type = text(stream.record(), "type");
      if (!type.isEmpty() && !TYPES.contains(type)) {
        findings.error(
            "data_stream.type.invalid",
            stream.manifest(),
            subject.places().of(stream.record(), "type"),
            "The type " + type + " is none of " + String.join(", ", TYPES) + ".",
            "Use one of them.");
      }
      String dataset = text(stream.record(), "dataset");
      if (dataset.indexOf('-') >= 0 && !isReported(subject, stream, dataset)) {
        findings.error(
            "data_stream.dataset.invalid",
            stream.manifest(),
            subject.places().of(stream.record(), "dataset"),
            "The dataset " + dataset + " has a dash, which divides the parts of an index's name.",
            "Use an underscore or a dot.");
      }
    }
  }

  /** A dataset that the author left out is made of two names, whose dashes are findings already. */
  private static boolean isReported(Subject subject, Subject.DataStream stream, String dataset) {
    String name = text(subject.record(), "name");
    return dataset.equals(name + "." + stream.folder())
        && (name.indexOf('-') >= 0 || FolderNameRule.refuses(stream.path()));
  }
}
