package dev.packhouse.server.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/** Settings from a YAML file, which is read as a tree of texts and never as objects. */
final class FileSettings {
  private static final int LARGEST_FILE = 1 << 20;

  private FileSettings() {}

  /**
   * Reads the whole file; what is wrong with it is reported.
   *
   * @param subject who named the file, for the message when it cannot be read
   */
  static List<Setting> read(Path file, String subject, Report report) {
    try {
      byte[] bytes = start(file);
      if (bytes.length > LARGEST_FILE) {
        report.problem(file + ": larger than 1 MiB, so it is no configuration file");
        return List.of();
      }
      return settings(file, UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString(), report);
    } catch (NoSuchFileException e) {
      report.problem(subject + ": there is no file " + file);
    } catch (CharacterCodingException e) {
      report.problem(file + ": not UTF-8");
    } catch (IOException e) {
      report.problem(subject + ": cannot read " + file + ": " + e.getMessage());
    }
    return List.of();
  }

  /** Of a device or pipe nobody knows the size before its end. */
  private static byte[] start(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(LARGEST_FILE + 1);
    }
  }

  private static List<Setting> settings(Path file, String text, Report report) {
    try {
      LoaderOptions limits = new LoaderOptions();
      Composer composer =
          new Composer(new ParserImpl(new StreamReader(text), limits), new Resolver(), limits);
      Optional<Node> root = Optional.ofNullable(composer.getSingleNode());
      return root.map(node -> new FileTree(file, report).settings(node)).orElse(List.of());
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      report.problem(file + ":" + line + ": not valid YAML: " + e.getProblem());
    } catch (YAMLException e) {
      report.problem(
          file
              + ": not valid YAML: "
              + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
    }
    return List.of();
  }
}
