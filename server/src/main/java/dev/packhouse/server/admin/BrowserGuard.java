package dev.packhouse.server.admin;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Keeps web pages out. A page that somebody opens beside a listener on their own machine can send
 * requests there, and with a name of its own that it lets point there, it can read the answers.
 *
 * @param host that is listened on
 * @param local only this machine reaches the listener, so it has no other names than its own
 */
record BrowserGuard(String host, boolean local) {
  /** {@code localhost}, or an address, with or without a port: nobody can give those to others. */
  private static final Pattern OWN_NAME =
      Pattern.compile("(?:localhost|[0-9.]+|\\[[0-9A-Fa-f:.]+])(?::\\d*)?");

  /** What browsers say of a request that a page of somebody else makes. */
  private static final Set<String> FOREIGN = Set.of("cross-site", "same-site");

  boolean admits(AdminRequest request) {
    boolean foreign = request.header("Sec-Fetch-Site").filter(FOREIGN::contains).isPresent();
    return !foreign && (!local || request.header("Host").map(this::isOwn).orElse(true));
  }

  private boolean isOwn(String name) {
    return OWN_NAME.matcher(name).matches() || name.replaceFirst(":\\d*$", "").equals(host);
  }
}
