package dev.packhouse.server.serve;

/**
 * Why a registry does not have all that a registry can have: what clients are told of that.
 *
 * @param text to who searches by text
 * @param changes to who asks for the list of changes or a feed
 * @param pages to who asks for a page for people
 */
record Missing(Answer text, Answer changes, Answer pages) {
  /** An older release generated it, or it was generated without. */
  static final Missing EVER =
      new Missing(
          Answer.error(ErrorCode.NO_TEXT),
          Answer.error(ErrorCode.UNKNOWN_FILE),
          Answer.error(ErrorCode.NO_PAGES));

  static final Answer NOT_YET = Answer.error(ErrorCode.NOT_YET, new Header("Retry-After", "10"));

  /** It is still being generated, with pages or without. */
  static Missing yet(boolean pages) {
    return new Missing(NOT_YET, NOT_YET, pages ? NOT_YET : EVER.pages());
  }
}
