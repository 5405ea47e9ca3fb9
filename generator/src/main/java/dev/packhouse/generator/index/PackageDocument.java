package dev.packhouse.generator.index;

import dev.packhouse.generator.index.IndexFields.Condition;
import dev.packhouse.generator.model.IndexedPackage;
import dev.packhouse.generator.model.PackageCategories;
import dev.packhouse.generator.model.SemanticVersion;
import dev.packhouse.generator.model.ShortText;
import dev.packhouse.generator.model.VersionConstraint;
import dev.packhouse.generator.model.VersionRange;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.BinaryPoint;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongRange;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.util.BytesRef;

/** Turns a package version into a document of the fields that {@link IndexFields} names. */
final class PackageDocument {
  /** In characters: Lucene takes 32,766 bytes, and nobody chooses by a longer one. */
  private static final int LONGEST_FACET = 200;

  private final Document document = new Document();

  private PackageDocument() {}

  static Iterable<? extends IndexableField> of(IndexedPackage version) {
    if (version.record().policyTemplates().size() != version.categories().templates().size()) {
      throw new IllegalStateException("policy templates without categories: " + version.id());
    }
    PackageDocument result = new PackageDocument();
    result.addIdentity(version);
    result.addMaturity(version);
    result.addCondition(Condition.KIBANA, version.kibana());
    result.addCondition(Condition.AGENT, version.agent());
    result.addFilters(version);
    result.addCategories(version.categories());
    result.addFacets(version);
    result.addAnswer(version);
    return result.document;
  }

  private void addIdentity(IndexedPackage version) {
    String name = version.id().name();
    SemanticVersion number = version.id().version();
    addTerm(IndexFields.ID, IndexFields.id(name, number.text()));
    addTerm(IndexFields.NAME, name);
    document.add(new SortedDocValuesField(IndexFields.NAME, new BytesRef(name)));
    document.add(new BinaryDocValuesField(IndexFields.VERSION, new BytesRef(number.text())));
    document.add(
        new SortedDocValuesField(IndexFields.VERSION_ORDER, new BytesRef(number.sortKey())));
    // Known only when all versions are: PackageIndexer.finish gives it its value.
    document.add(new NumericDocValuesField(IndexFields.NAME_END, 0));
  }

  private void addMaturity(IndexedPackage version) {
    SemanticVersion number = version.id().version();
    long maturity =
        (number.hasPrerelease() ? IndexFields.TAGGED : 0)
            | (number.major() == 0 ? IndexFields.MAJOR_ZERO : 0)
            | (version.isExperimental() ? IndexFields.EXPERIMENTAL : 0);
    document.add(new NumericDocValuesField(IndexFields.MATURITY, maturity));
    if (IndexFields.isListed(maturity)) {
      addTerm(IndexFields.FLAGS, IndexFields.LISTED);
    }
  }

  private void addCondition(Condition condition, Optional<VersionConstraint> constraint) {
    if (constraint.isEmpty()) {
      addTerm(IndexFields.FLAGS, condition.absent());
      return;
    }
    String text = constraint.get().text();
    Optional<List<VersionRange>> ranges = constraint.get().ranges();
    addTerm(ranges.isPresent() ? condition.ranged() : condition.unranged(), text);
    for (VersionRange range : ranges.orElse(List.of())) {
      document.add(
          new LongRange(condition.ranges(), new long[] {range.min()}, new long[] {range.max()}));
    }
  }

  private void addFilters(IndexedPackage version) {
    SemanticVersion format = version.formatVersion();
    addTerm(IndexFields.TYPE, version.type());
    document.add(
        new BinaryPoint(IndexFields.SPEC, IndexFields.spec(format.major(), format.minor())));
    addTerms(IndexFields.CAPABILITIES, version.capabilities());
    addTerms(IndexFields.DISCOVERY_FIELDS, version.discoveryFields());
    addTerms(IndexFields.DISCOVERY_DATASETS, version.discoveryDatasets());
  }

  private void addCategories(PackageCategories categories) {
    addAskable(IndexFields.CATEGORY, categories.own());
    categories.templates().forEach(template -> addAskable(IndexFields.TEMPLATE_CATEGORY, template));
    document.add(
        new BinaryDocValuesField(IndexFields.CATEGORIES, CategoryBytes.encode(categories)));
  }

  /** What Lucene takes for too long a term nobody asks for: no query of the server's is so long. */
  private void addAskable(String field, List<String> values) {
    values.stream()
        .filter(value -> new BytesRef(value).length <= IndexWriter.MAX_TERM_LENGTH)
        .forEach(value -> addTerm(field, value));
  }

  private void addFacets(IndexedPackage version) {
    SemanticVersion format = version.formatVersion();
    addFacet(IndexFields.FACET_TYPE, version.type());
    addFacet(IndexFields.FACET_OWNER, version.facets().owner());
    addFacet(IndexFields.FACET_SUBSCRIPTION, version.facets().subscription());
    addFacet(IndexFields.FACET_RELEASE, version.facets().release());
    addFacet(
        IndexFields.FACET_SPEC,
        Long.toUnsignedString(format.major()) + "." + Long.toUnsignedString(format.minor()));
  }

  private void addFacet(String field, String value) {
    if (!value.isEmpty()) {
      document.add(
          new SortedDocValuesField(field, new BytesRef(ShortText.start(value, LONGEST_FACET))));
    }
  }

  private void addAnswer(IndexedPackage version) {
    BytesRef record = RecordBytes.encode(version.record());
    document.add(new BinaryDocValuesField(IndexFields.RECORD, record));
    document.add(
        new BinaryDocValuesField(
            IndexFields.RECORD_FACTS, RecordFacts.of(IndexFields.record(record))));
    document.add(
        new SortedDocValuesField(IndexFields.CONTENT_BASE, new BytesRef(version.contentBase())));
    document.add(
        new SortedDocValuesField(IndexFields.RECORD_BASE, new BytesRef(version.recordBase())));
  }

  private void addTerms(String field, List<String> values) {
    values.forEach(value -> addTerm(field, value));
  }

  private void addTerm(String field, String value) {
    document.add(new StringField(field, value, Field.Store.NO));
  }
}
