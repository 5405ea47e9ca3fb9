package dev.packhouse.generator.validate.rule;

import dev.packhouse.generator.spec.PackageType;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** A pipeline that fails marks the event, and says in it what failed where. */
final class PipelineFailureRule implements SpecRule {
  private static final String FIELD = "field";
  private static final String VALUE = "value";
  private static final String EVENT_KIND = "event.kind";
  private static final String ERROR_MESSAGE = "error.message";
  private static final String FAILED = "pipeline_error";

  /** What a message must name to be of use. */
  private static final List<String> DETAILS =
      List.of(
          "_ingest.on_failure_processor_type",
          "_ingest.on_failure_processor_tag",
          "_ingest.on_failure_message",
          "_ingest.pipeline");

  @Override
  public Scope scope() {
    return Scope.of(PackageType.INTEGRATION).since("3.6.0");
  }

  @Override
  public void check(SpecSubject subject, Findings findings) throws IOException {
    for (Element pipeline : IngestPipelines.of(subject, findings)) {
      List<Processor> handlers = Processor.in(pipeline, Processor.ON_FAILURE);
      eventKind(pipeline, handlers, findings);
      errorMessage(pipeline, handlers, findings);
    }
  }

  private static void eventKind(Element pipeline, List<Processor> handlers, Findings findings) {
    String code = "pipeline.event_kind.missing";
    String fix = "Add to on_failure: set, with field: event.kind and value: pipeline_error.";
    Optional<Processor> set =
        handlers.stream()
            .filter(it -> it.type().equals("set") && it.has(FIELD, EVENT_KIND))
            .findFirst();
    if (set.isEmpty()) {
      missing(
          code,
          pipeline,
          "The pipeline does not mark events with event.kind when it fails.",
          fix,
          findings);
    } else if (!set.get().has(VALUE, FAILED)) {
      findings.error(
          code,
          set.get().settings(),
          VALUE,
          "When the pipeline fails, event.kind is not set to pipeline_error.",
          "Write value: pipeline_error.");
    }
  }

  private static void errorMessage(Element pipeline, List<Processor> handlers, Findings findings) {
    Optional<Processor> set =
        handlers.stream()
            .filter(it -> it.type().equals("set") || it.type().equals("append"))
            .filter(it -> it.has(FIELD, ERROR_MESSAGE))
            .findFirst();
    if (set.isEmpty()) {
      missing(
          "pipeline.error_message.missing",
          pipeline,
          "The pipeline does not write to error.message what failed.",
          "Add to on_failure: append, with field: error.message and a value that names "
              + String.join(", ", DETAILS)
              + ".",
          findings);
      return;
    }
    String value = set.get().text(VALUE).orElse("");
    List<String> absent = DETAILS.stream().filter(it -> !value.contains(it)).toList();
    if (!absent.isEmpty()) {
      findings.error(
          "pipeline.error_message.incomplete",
          set.get().settings(),
          VALUE,
          "The error.message of a failure does not name " + String.join(", ", absent) + ".",
          "Add it to the value, such as {{{" + absent.getFirst() + "}}}.");
    }
  }

  /** At what handles failures or, where nothing does, behind all else. */
  private static void missing(
      String code, Element pipeline, String message, String fix, Findings findings) {
    if (pipeline.has(Processor.ON_FAILURE)) {
      findings.error(code, pipeline, Processor.ON_FAILURE, message, fix);
    } else {
      findings.error(code, pipeline.file(), pipeline.end(), message, fix);
    }
  }
}
