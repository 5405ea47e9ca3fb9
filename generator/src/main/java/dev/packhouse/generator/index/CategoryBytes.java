package dev.packhouse.generator.index;

import dev.packhouse.generator.model.PackageCategories;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.util.BytesRef;

/**
 * The stored form of the categories of a version: the package's own list, then the number of policy
 * templates and the list of each. A list is a number and as many texts; numbers are Lucene's
 * variable-length integers, texts its length-prefixed UTF-8.
 */
final class CategoryBytes {
  private CategoryBytes() {}

  static BytesRef encode(PackageCategories categories) {
    ByteBuffersDataOutput out = new ByteBuffersDataOutput();
    try {
      writeList(categories.own(), out);
      out.writeVInt(categories.templates().size());
      for (List<String> template : categories.templates()) {
        writeList(template, out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new BytesRef(out.toArrayCopy());
  }

  static PackageCategories decode(BytesRef stored) {
    ByteArrayDataInput in = new ByteArrayDataInput(stored.bytes, stored.offset, stored.length);
    try {
      List<String> own = readList(in);
      int count = in.readVInt();
      List<List<String>> templates = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        templates.add(readList(in));
      }
      return new PackageCategories(own, templates);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void writeList(List<String> texts, ByteBuffersDataOutput out) throws IOException {
    out.writeVInt(texts.size());
    for (String text : texts) {
      out.writeString(text);
    }
  }

  private static List<String> readList(ByteArrayDataInput in) throws IOException {
    int count = in.readVInt();
    List<String> texts = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      texts.add(in.readString());
    }
    return texts;
  }
}
