package dev.packhouse.generator.model;

import java.time.Duration;

/**
 * How long generations stay that count no more.
 *
 * @param older so many of those that counted last stay, whatever their age; at least one, because
 *     servers read it until they notice the next
 * @param grace any other stays for this long after it stopped to count
 */
public record Retention(int older, Duration grace) {
  public Retention {
    if (older < 1 || grace.isNegative()) {
      throw new IllegalArgumentException("nothing stays for those who read it");
    }
  }

  /**
   * The one before, and any other for as long as clients keep an answer that names its files: ten
   * minutes, unless the server is told otherwise.
   */
  public static Retention usual() {
    return new Retention(1, Duration.ofMinutes(10));
  }
}
