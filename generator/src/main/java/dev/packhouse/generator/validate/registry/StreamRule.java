package dev.packhouse.generator.validate.registry;

import static dev.packhouse.generator.model.Trees.objects;

import dev.packhouse.generator.validate.rule.Findings;

/** A stream of a data stream has an input, or comes from a package. */
final class StreamRule implements Rule {
  @Override
  public void check(Subject subject, Findings findings) {
    EitherOr either = new EitherOr(subject, findings);
    for (Subject.DataStream stream : subject.dataStreams()) {
      objects(stream.record(), "streams")
          .forEach(one -> either.check(stream.manifest(), one, "stream", "input"));
    }
  }
}
