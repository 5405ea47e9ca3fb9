package dev.packhouse.generator.read;

import dev.packhouse.generator.model.Document;
import dev.packhouse.generator.model.Finding;
import dev.packhouse.generator.model.Place;
import dev.packhouse.generator.model.Value;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/** Reads the first document of a YAML file into values that know their place. */
final class YamlReader {
  /** Marks an unquoted scalar without a tag, whose meaning {@link ScalarResolver} decides. */
  static final Tag PLAIN = new Tag("!packhouse/plain");

  private static final int DEEPEST = 200;

  /** How the library says that the file has ended. */
  private static final Pattern END = Pattern.compile("end of stream|stream end");

  /**
   * The library's time grows with the square of a token's length; the longest real line has 6,834.
   */
  private static final int LONGEST_LINE = 256 * 1024;

  private YamlReader() {}

  /**
   * @param file path as the user knows it
   */
  static Document read(String file, byte[] bytes) {
    return switch (Utf8Text.decode(file, bytes)) {
      case Utf8Text.Broken(Finding finding) -> new Document.Broken(finding);
      case Utf8Text.Good(String text) -> longLine(file, text).orElseGet(() -> parse(file, text));
    };
  }

  private static Optional<Document> longLine(String file, String text) {
    int line = 0;
    int start = 0;
    while (start <= text.length()) {
      line++;
      int end = text.indexOf('\n', start);
      int after = end < 0 ? text.length() : end;
      if (after - start > LONGEST_LINE) {
        return Optional.of(
            new Document.Broken(
                ReadFindings.error(
                    "yaml.line_limit",
                    file,
                    new Place(line, LONGEST_LINE + 1),
                    "The line has more than " + LONGEST_LINE + " characters.",
                    "Break it into several lines.")));
      }
      start = after + 1;
    }
    return Optional.empty();
  }

  private static Document parse(String file, String text) {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(Integer.MAX_VALUE);
    options.setNestingDepthLimit(DEEPEST);
    options.setMaxAliasesForCollections(Integer.MAX_VALUE);
    YamlPlaces places = new YamlPlaces(text);
    ParserImpl parser;
    try {
      parser = new BoundedParser(new StreamReader(text), options);
    } catch (ReaderException broken) {
      return notAllowed(file, text, broken);
    }
    try {
      Composer composer = new Composer(parser, new PlainResolver(), options);
      if (!composer.checkNode()) {
        return new Document.Parsed(new Value.Null(Place.START), List.of());
      }
      Node root = composer.getNode();
      return new YamlConverter(file, places).convert(root);
    } catch (TooManyValues broken) {
      return new Document.Broken(
          ReadFindings.tooManyValues(file, places.of(broken.getProblemMark())));
    } catch (MarkedYAMLException broken) {
      return new Document.Broken(marked(file, places, broken));
    } catch (ReaderException broken) {
      return notAllowed(file, text, broken);
    } catch (YAMLException broken) {
      return new Document.Broken(limitOrSyntax(file, parser, places, broken));
    }
  }

  private static Document notAllowed(String file, String text, ReaderException broken) {
    Place place = Utf8Text.end(text.substring(0, text.offsetByCodePoints(0, broken.getPosition())));
    return new Document.Broken(
        syntax(file, place, "a control character stands here that YAML does not allow"));
  }

  private static Finding limitOrSyntax(
      String file, ParserImpl parser, YamlPlaces places, YAMLException broken) {
    String message = broken.getMessage() == null ? "it cannot be read" : broken.getMessage();
    if (message.contains("Nesting Depth")) {
      return ReadFindings.error(
          "yaml.nesting_limit",
          file,
          places.of(parser.peekEvent().getStartMark()),
          "Values are nested more than " + DEEPEST + " levels deep.",
          "Flatten the file.");
    }
    return syntax(file, Place.START, message.lines().findFirst().orElse(message));
  }

  /** What is never closed is seen at the end of the file, and mended where it begins. */
  private static Finding marked(String file, YamlPlaces places, MarkedYAMLException broken) {
    Optional<String> open =
        END.matcher(broken.getProblem()).find() ? open(broken.getContext()) : Optional.empty();
    return open.isEmpty()
        ? syntax(file, places.of(broken.getProblemMark()), broken.getProblem())
        : ReadFindings.error(
            "yaml.syntax",
            file,
            places.of(broken.getContextMark()),
            "This is not YAML: %s begins here, and the file ends before it does."
                .formatted(open.get()),
            "Close it where it should end.");
  }

  /** What the library was reading, where its mark is that of a beginning. */
  private static Optional<String> open(String context) {
    return switch (context) {
      case "while scanning a quoted scalar" -> Optional.of("a text in quotation marks");
      case "while parsing a flow mapping" -> Optional.of("an object in braces");
      case "while parsing a flow sequence" -> Optional.of("a list in brackets");
      case null, default -> Optional.empty();
    };
  }

  private static Finding syntax(String file, Place place, String problem) {
    return ReadFindings.error(
        "yaml.syntax",
        file,
        place,
        "This is not YAML: " + problem + ".",
        "Mend the syntax at this place, or just before it.");
  }

  /** Ends before the library has built more of the file than memory has room for. */
  private static final class BoundedParser extends ParserImpl {
    private int values;

    BoundedParser(StreamReader reader, LoaderOptions options) {
      super(reader, options);
    }

    @Override
    public Event getEvent() {
      Event event = super.getEvent();
      if (event instanceof NodeEvent && ++values > Documents.MOST_VALUES) {
        throw new TooManyValues(event.getStartMark());
      }
      return event;
    }
  }

  private static final class TooManyValues extends MarkedYAMLException {
    TooManyValues(Mark mark) {
      super(null, null, "too many values", mark);
    }
  }

  /** Leaves unquoted scalars undecided; the library's own reading of them differs. */
  private static final class PlainResolver extends Resolver {
    @Override
    protected void addImplicitResolvers() {}

    @Override
    public Tag resolve(NodeId kind, String value, boolean implicit) {
      return kind == NodeId.scalar && implicit ? PLAIN : super.resolve(kind, value, implicit);
    }
  }
}
