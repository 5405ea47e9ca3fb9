package dev.packhouse.generator.cli;

import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads an option's value that is one of a few words, which shells complete.
 *
 * @param <T> what the words mean
 */
public abstract class WordConverter<T> implements ITypeConverter<T>, Iterable<String> {
  private final Map<String, T> meanings = new LinkedHashMap<>();

  /**
   * Knows the words of some meanings.
   *
   * @param meanings at least two
   */
  protected WordConverter(List<T> meanings, Function<T, String> word) {
    meanings.forEach(meaning -> this.meanings.put(word.apply(meaning), meaning));
  }

  @Override
  public T convert(String value) {
    T meaning = meanings.get(value);
    if (meaning == null) {
      throw new TypeConversionException("expected " + words() + " but was '" + value + "'");
    }
    return meaning;
  }

  @Override
  public Iterator<String> iterator() {
    return Collections.unmodifiableSet(meanings.keySet()).iterator();
  }

  private String words() {
    List<String> words = List.copyOf(meanings.keySet());
    int last = words.size() - 1;
    return String.join(", ", words.subList(0, last)) + " or " + words.get(last);
  }
}
