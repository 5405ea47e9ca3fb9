package dev.packhouse.server.search;

import static dev.packhouse.generator.index.IndexFields.MAJOR_ZERO;
import static dev.packhouse.generator.index.IndexFields.TAGGED;

import java.io.IOException;
import org.apache.lucene.util.IntsRefBuilder;

/** Which of the versions of a package that pass the filter are the answer. */
enum VersionChoice {
  NEWEST {
    @Override
    void choose(NameRuns run, IntsRefBuilder chosen) {
      chosen.append(run.document());
    }
  },

  ALL {
    @Override
    void choose(NameRuns run, IntsRefBuilder chosen) throws IOException {
      do {
        chosen.append(run.document());
      } while (run.nextVersion());
    }
  },

  /** The newest without a pre-release tag, or else the newest. */
  NEWEST_RELEASE {
    @Override
    void choose(NameRuns run, IntsRefBuilder chosen) throws IOException {
      int newest = run.document();
      boolean tagged = run.isMarked(TAGGED);
      while (tagged && run.nextVersion()) {
        tagged = run.isMarked(TAGGED);
      }
      chosen.append(tagged ? newest : run.document());
    }
  },

  /** Those that have neither a pre-release tag nor major version 0, or else all. */
  ALL_SETTLED {
    @Override
    void choose(NameRuns run, IntsRefBuilder chosen) throws IOException {
      boolean settled = false;
      do {
        boolean unsettled = run.isMarked(TAGGED | MAJOR_ZERO);
        if (!unsettled && !settled) {
          settled = true;
          chosen.clear();
        }
        if (!unsettled || !settled) {
          chosen.append(run.document());
        }
      } while (run.nextVersion());
    }
  };

  /**
   * @param older the older filter decides
   * @param all every version is asked for
   */
  static VersionChoice of(boolean older, boolean all) {
    if (older) {
      return all ? ALL_SETTLED : NEWEST_RELEASE;
    }
    return all ? ALL : NEWEST;
  }

  /** Adds to what is chosen, newest first; the run stands at its first version. */
  abstract void choose(NameRuns run, IntsRefBuilder chosen) throws IOException;
}
