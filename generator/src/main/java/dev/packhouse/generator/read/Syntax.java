package dev.packhouse.generator.read;

import dev.packhouse.generator.model.Document;
import dev.packhouse.generator.model.LinkedFile;

/** What a file is written in. */
enum Syntax {
  YAML {
    @Override
    Document parse(String file, byte[] bytes) {
      return YamlReader.read(file, bytes);
    }
  },
  JSON {
    @Override
    Document parse(String file, byte[] bytes) {
      return JsonReader.read(file, bytes);
    }
  };

  /** JSON where the name says so, YAML otherwise. */
  static Syntax of(String path) {
    return LinkedFile.withoutEnding(path).endsWith(".json") ? JSON : YAML;
  }

  /**
   * @param file path as the user knows it
   */
  abstract Document parse(String file, byte[] bytes);
}
