package dev.packhouse.generator.emit;

import dev.packhouse.generator.api.OpenApi;
import dev.packhouse.generator.model.IndexedRecord;
import dev.packhouse.generator.model.Product;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The listings of a registry, written from the records that its index holds. */
public final class RegistryListings {
  private RegistryListings() {}

  /** Gives all records to the sink: by name, then from the oldest version to the newest. */
  @FunctionalInterface
  public interface Records {
    void forEach(Sink sink) throws IOException;
  }

  /** Takes the records one after the other. */
  @FunctionalInterface
  public interface Sink {
    void accept(IndexedRecord version) throws IOException;
  }

  public static Listings of(Records records) {
    return new Listings(
        out -> out.write(Product.index().getBytes(StandardCharsets.US_ASCII)),
        out -> {
          RecordArray array = new RecordArray(out);
          newest(records, version -> array.add(version.json()));
          array.end();
        },
        out -> {
          RecordArray array = new RecordArray(out);
          records.forEach(version -> array.add(version.json()));
          array.end();
        },
        out -> {
          CategoriesListing categories = new CategoriesListing();
          newest(records, version -> categories.count(version.categories()));
          categories.writeTo(out);
        },
        out -> out.write(OpenApi.json()));
  }

  /** The newest listed version of each name, which is what an answer without parameters holds. */
  private static void newest(Records records, Sink sink) throws IOException {
    Newest newest = new Newest(sink);
    records.forEach(newest);
    newest.flush();
  }

  private static final class Newest implements Sink {
    private final Sink sink;
    private Optional<IndexedRecord> candidate = Optional.empty();

    Newest(Sink sink) {
      this.sink = sink;
    }

    @Override
    public void accept(IndexedRecord version) throws IOException {
      if (candidate.isPresent() && !candidate.get().name().equals(version.name())) {
        flush();
      }
      if (version.listed()) {
        candidate = Optional.of(version);
      }
    }

    void flush() throws IOException {
      if (candidate.isPresent()) {
        sink.accept(candidate.get());
      }
      candidate = Optional.empty();
    }
  }

  /** A JSON array of records that are JSON already. */
  private static final class RecordArray {
    private final OutputStream out;
    private boolean started;

    RecordArray(OutputStream out) {
      this.out = out;
    }

    void add(byte[] json) throws IOException {
      out.write(started ? ',' : '[');
      out.write(json);
      started = true;
    }

    void end() throws IOException {
      if (!started) {
        out.write('[');
      }
      out.write(']');
    }
  }
}
