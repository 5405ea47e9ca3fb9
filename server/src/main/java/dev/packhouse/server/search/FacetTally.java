package dev.packhouse.server.search;

import dev.packhouse.generator.index.IndexFields;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.util.IntsRef;

/** Counts what the versions have that were chosen. */
final class FacetTally {
  private static final Comparator<CategoryCount> MOST_FIRST =
      Comparator.comparingInt(CategoryCount::count).reversed();

  private final Optional<CategoryFilter> filter;
  private final PackageCategoriesReader categories;
  private final CategoryCounts categoryCounts = new CategoryCounts();
  private final ColumnTally types;
  private final ColumnTally owners;
  private final ColumnTally subscriptions;
  private final ColumnTally releases;
  private final ColumnTally specs;
  private int total;

  /**
   * @param filter what else a document must pass
   */
  FacetTally(LeafReader segment, Optional<CategoryFilter> filter) throws IOException {
    this.filter = filter;
    categories = new PackageCategoriesReader(segment);
    types = new ColumnTally(segment, IndexFields.FACET_TYPE);
    owners = new ColumnTally(segment, IndexFields.FACET_OWNER);
    subscriptions = new ColumnTally(segment, IndexFields.FACET_SUBSCRIPTION);
    releases = new ColumnTally(segment, IndexFields.FACET_RELEASE);
    specs = new ColumnTally(segment, IndexFields.FACET_SPEC);
  }

  /** Adds the versions of one name, given newest first. */
  void add(IntsRef versions) throws IOException {
    for (int i = versions.length - 1; i >= 0; i--) {
      add(versions.ints[versions.offset + i]);
    }
  }

  private void add(int document) throws IOException {
    if (filter.isPresent() && !filter.get().matches(document)) {
      return;
    }
    total++;
    categories.read(document).findable().forEach(categoryCounts::count);
    types.add(document);
    owners.add(document);
    subscriptions.add(document);
    releases.add(document);
    specs.add(document);
  }

  Facets finish() throws IOException {
    List<CategoryCount> byId = new ArrayList<>(categoryCounts.list());
    byId.sort(MOST_FIRST);
    return new Facets(
        total,
        byId,
        types.counts(),
        owners.counts(),
        subscriptions.counts(),
        releases.counts(),
        specs.counts());
  }

  /** The values of one field. */
  private static final class ColumnTally {
    private static final Comparator<FacetCount> ORDER =
        Comparator.comparingInt(FacetCount::count).reversed();

    private final LeafReader segment;
    private final String field;
    private final int[] counts;
    private SortedDocValues values;
    private int last = -1;

    ColumnTally(LeafReader segment, String field) throws IOException {
      this.segment = segment;
      this.field = field;
      values = DocValues.getSorted(segment, field);
      counts = new int[values.getValueCount()];
    }

    void add(int document) throws IOException {
      if (document < last) { // values are read in ascending order only
        values = DocValues.getSorted(segment, field);
      }
      last = document;
      if (values.advanceExact(document)) {
        counts[values.ordValue()]++;
      }
    }

    List<FacetCount> counts() throws IOException {
      List<FacetCount> found = new ArrayList<>();
      for (int value = 0; value < counts.length; value++) {
        if (counts[value] > 0) {
          found.add(new FacetCount(values.lookupOrd(value).utf8ToString(), counts[value]));
        }
      }
      found.sort(ORDER);
      return found;
    }
  }
}
