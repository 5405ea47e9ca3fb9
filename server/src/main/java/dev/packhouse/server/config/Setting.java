package dev.packhouse.server.config;

import java.util.List;

/** The texts that one place gives for an option, not yet parsed. */
record Setting(Option<?> option, List<String> texts, Origin origin) {
  Setting {
    texts = List.copyOf(texts);
  }

  String subject() {
    return origin.subject(option);
  }
}
