package dev.packhouse.generator.model;

/** What the pages for people may do: they say so themselves, and servers say it, too. */
public final class PagePolicy {
  /**
   * Value of the header {@code Content-Security-Policy}: nothing is loaded from elsewhere, and
   * nothing runs but what lies in files beside the pages.
   */
  public static final String TEXT =
      "default-src 'none'; img-src 'self'; style-src 'self'; script-src 'self'; connect-src 'self';"
          + " base-uri 'none'; form-action 'self'";

  private PagePolicy() {}
}
