package dev.packhouse.generator.api;

/**
 * A header of an answer that clients have to look at.
 *
 * @param description one sentence
 */
public record AnswerHeader(String name, String description) {
  static final AnswerHeader LINK =
      new AnswerHeader(
          "Link",
          "Only where there is more: `<?…>; rel=\"next\"` with the address of it, relative to that"
              + " of this answer.");

  static final AnswerHeader LOCATION = new AnswerHeader("Location", "Where that is.");
}
