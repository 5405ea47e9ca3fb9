package dev.packhouse.generator.read;

import dev.packhouse.generator.model.Document;
import dev.packhouse.generator.model.Finding;
import dev.packhouse.generator.model.Place;
import dev.packhouse.generator.model.Value;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.DocumentEndEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;

/** Reads the first document of a YAML file into values that know their place. */
final class YamlReader {
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
    int line = 1;
    int start = 0;
    for (int at = 0; at < text.length(); at++) {
      if (Place.isLineEnd(text, at)) {
        line++;
        start = at + 1;
      } else if (at - start >= LONGEST_LINE) {
        return Optional.of(longLine(file, line));
      }
    }
    return Optional.empty();
  }

  private static Document longLine(String file, int line) {
    return new Document.Broken(
        ReadFindings.error(
            "yaml.line_limit",
            file,
            new Place(line, LONGEST_LINE + 1),
            "The line has more than " + LONGEST_LINE + " characters.",
            "Break it into several lines."));
  }

  private static Document parse(String file, String text) {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(Integer.MAX_VALUE);
    YamlPlaces places = new YamlPlaces(text);
    try {
      return document(file, new ParserImpl(new StreamReader(text), options), places);
    } catch (YamlConverter.TooManyValues broken) {
      return new Document.Broken(
          ReadFindings.tooManyValues(file, places.of(broken.getProblemMark())));
    } catch (YamlConverter.TooDeep broken) {
      return new Document.Broken(tooDeep(file, places.of(broken.getProblemMark())));
    } catch (MarkedYAMLException broken) {
      return new Document.Broken(marked(file, places, broken));
    } catch (ReaderException broken) {
      return notAllowed(file, text, broken);
    } catch (YAMLException broken) {
      String message = broken.getMessage() == null ? "it cannot be read" : broken.getMessage();
      return new Document.Broken(
          syntax(file, Place.START, message.lines().findFirst().orElse(message)));
    }
  }

  private static Document document(String file, Parser parser, YamlPlaces places) {
    parser.getEvent();
    if (parser.checkEvent(Event.ID.StreamEnd)) {
      return new Document.Parsed(new Value.Null(Place.START), List.of());
    }
    parser.getEvent();
    Document document = new YamlConverter(file, parser, places).convert();
    if (parser.getEvent() instanceof DocumentEndEvent end && !end.getExplicit()) {
      // A directive ends the document too. Without --- behind it, the rest would be lost unseen.
      parser.peekEvent();
    }
    return document;
  }

  private static Document notAllowed(String file, String text, ReaderException broken) {
    Place place = Place.of(text, text.offsetByCodePoints(0, broken.getPosition()));
    return new Document.Broken(
        syntax(file, place, "a control character stands here that YAML does not allow"));
  }

  private static Finding tooDeep(String file, Place place) {
    return ReadFindings.error(
        "yaml.nesting_limit",
        file,
        place,
        "Values are nested more than " + YamlConverter.DEEPEST + " levels deep.",
        "Flatten the file.");
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
}
