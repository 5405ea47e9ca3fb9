package dev.packhouse.generator.validate.text;

/** Ends the reading of a template at the first thing that is no Handlebars. */
final class MalformedTemplate extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int offset;
  private final String problem;

  MalformedTemplate(int offset, String problem) {
    super(problem, null, /* enableSuppression= */ false, /* writableStackTrace= */ false);
    this.offset = offset;
    this.problem = problem;
  }

  int offset() {
    return offset;
  }

  /** A sentence without its full stop. */
  String problem() {
    return problem;
  }
}
