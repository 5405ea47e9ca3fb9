package dev.packhouse.generator.feed;

import com.thaiopensource.util.PropertyMapBuilder;
import com.thaiopensource.validate.ValidateProperty;
import com.thaiopensource.validate.ValidationDriver;
import com.thaiopensource.validate.rng.CompactSchemaReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Holds feeds against {@code schema/atom.rnc}. */
public final class AtomSchema {
  private AtomSchema() {}

  /** What is wrong with a feed, each with its line. */
  public static List<String> mistakes(byte[] feed) throws IOException {
    List<String> mistakes = new ArrayList<>();
    PropertyMapBuilder properties = new PropertyMapBuilder();
    properties.put(ValidateProperty.ERROR_HANDLER, new Collecting(mistakes));
    ValidationDriver driver =
        new ValidationDriver(properties.toPropertyMap(), CompactSchemaReader.getInstance());
    try (InputStream schema = AtomSchema.class.getResourceAsStream("/schema/atom.rnc")) {
      if (!driver.loadSchema(new InputSource(schema))) {
        throw new IllegalStateException("the schema is wrong: " + mistakes);
      }
      driver.validate(new InputSource(new ByteArrayInputStream(feed)));
    } catch (SAXException e) {
      mistakes.add(String.valueOf(e.getMessage()));
    }
    return mistakes;
  }

  private record Collecting(List<String> mistakes) implements ErrorHandler {
    @Override
    public void warning(SAXParseException mistake) {
      error(mistake);
    }

    @Override
    public void error(SAXParseException mistake) {
      mistakes.add(mistake.getLineNumber() + ": " + mistake.getMessage());
    }

    @Override
    public void fatalError(SAXParseException mistake) {
      error(mistake);
    }
  }
}
