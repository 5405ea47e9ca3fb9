package dev.packhouse.generator.validate.rule;

import dev.packhouse.generator.model.ParseResult;
import dev.packhouse.generator.model.UrlText;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A change's link is an address; one to GitHub ends with the number of an issue or a request. */
final class ChangelogLinkRule implements SpecRule {
  private static final String CODE = "changelog.link.invalid";
  private static final Pattern NUMBER = Pattern.compile("\\+?0*(?<digits>[1-9][0-9]{0,18})");

  @Override
  public Scope scope() {
    return Scope.everywhere();
  }

  @Override
  public void check(SpecSubject subject, Findings findings) throws IOException {
    Optional<Element> changelog = Changelog.read(subject, findings);
    if (changelog.isPresent()) {
      Changelog.links(changelog.get()).forEach(link -> check(link, findings));
    }
  }

  private static void check(Element link, Findings findings) {
    switch (UrlText.parse(link.text().orElse(""))) {
      case ParseResult.Rejected<UrlText>(String reason) ->
          findings.error(
              CODE,
              link,
              "The link is no address: " + reason + ".",
              "Write the whole address of the issue or pull request.");
      case ParseResult.Parsed<UrlText>(UrlText url) -> {
        if (url.host().contains("github.com") && !isNumber(url.lastSegment())) {
          findings.error(
              CODE,
              link,
              "The link leads to GitHub, but does not end with a number above 0.",
              "Write the address of an issue or a pull request, such as"
                  + " https://github.com/acme/integrations/pull/1.");
        }
      }
    }
  }

  /** A 64-bit number, as the reference reads it. */
  private static boolean isNumber(String text) {
    Matcher matcher = NUMBER.matcher(text);
    return matcher.matches()
        && (matcher.group("digits").length() < 19
            || matcher.group("digits").compareTo(Long.toString(Long.MAX_VALUE)) <= 0);
  }
}
