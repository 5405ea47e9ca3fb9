package dev.packhouse.generator.validate.rule;

import dev.packhouse.generator.spec.PackageType;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Each processor of a pipeline has a tag of its own, so that a failure says where it happened. */
final class ProcessorTagRule implements SpecRule {
  private static final String TAG = "tag";

  @Override
  public Scope scope() {
    return Scope.of(PackageType.INTEGRATION).since("3.6.0");
  }

  @Override
  public void check(SpecSubject subject, Findings findings) throws IOException {
    for (Element pipeline : IngestPipelines.of(subject, findings)) {
      Map<String, Element> seen = new HashMap<>();
      for (Processor processor : Processor.in(pipeline, "processors")) {
        check(processor, seen, findings);
      }
    }
  }

  private static void check(Processor processor, Map<String, Element> seen, Findings findings) {
    Element settings = processor.settings();
    Optional<String> tag = processor.text(TAG);
    if (tag.isEmpty() && settings.find(TAG).isPresent()) {
      findings.error(
          "processor.tag.invalid",
          settings,
          TAG,
          "The tag is %s, not a text.".formatted(settings.find(TAG).orElseThrow().value().kind()),
          "Write it in quotes.");
    } else if (tag.orElse("").isEmpty()) {
      findings.error(
          "processor.tag.missing",
          settings,
          TAG,
          "The processor %s has no tag.".formatted(processor.type()),
          "Add a tag that no other processor of the pipeline has, such as %s_1."
              .formatted(processor.type()));
    } else {
      note(tag.get(), settings, seen, findings);
    }
    for (Processor next : processor.onFailure()) {
      check(next, seen, findings);
    }
  }

  private static void note(
      String tag, Element settings, Map<String, Element> seen, Findings findings) {
    Element before = seen.putIfAbsent(tag, settings);
    if (before != null) {
      findings.error(
          "processor.tag.duplicate",
          settings,
          TAG,
          "The processor on line %s has the tag %s already."
              .formatted(before.placeOf(TAG).line(), tag),
          "Give this one another tag, such as %s_2.".formatted(tag));
    }
  }
}
