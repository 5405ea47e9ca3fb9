package dev.packhouse.generator.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Draws the versions of a package as people count them up, some with pre-releases before them. */
final class VersionHistory {
  private static final List<String> TAGS = List.of("beta", "rc", "preview");

  private final SplittableRandom random;
  private int major;
  private int minor;
  private int patch;

  private VersionHistory(SplittableRandom random) {
    this.random = random;
    major = random.nextInt(10) < 6 ? 0 : 1;
    minor = major == 0 ? 1 : 0;
  }

  /** From the oldest to the newest. */
  static List<String> of(SplittableRandom random, int count) {
    VersionHistory history = new VersionHistory(random);
    List<String> versions = new ArrayList<>();
    while (versions.size() < count) {
      history.addRelease(versions);
      history.next();
    }
    return List.copyOf(versions.subList(0, count));
  }

  private void addRelease(List<String> versions) {
    String release = major + "." + minor + "." + patch;
    // A version below 1.0.0 is no release anyway.
    if (major > 0 && patch == 0 && random.nextInt(10) == 0) {
      String tag = TAGS.get(random.nextInt(TAGS.size()));
      int last = random.nextInt(1, 4);
      for (int number = 1; number <= last; number++) {
        versions.add(release + "-" + tag + "." + number);
      }
    }
    versions.add(release);
  }

  private void next() {
    int step = random.nextInt(100);
    if (step < 50) {
      patch++;
    } else if (step < (major == 0 ? 85 : 96)) {
      minor++;
      patch = 0;
    } else {
      major++;
      minor = 0;
      patch = 0;
    }
  }
}
