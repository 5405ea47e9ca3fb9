package dev.packhouse.server.search;

import dev.packhouse.generator.index.IndexFields;
import dev.packhouse.generator.index.IndexFields.Condition;
import dev.packhouse.generator.model.SemanticVersion;
import dev.packhouse.server.query.DiscoveryFilter;
import dev.packhouse.server.query.PackageFilter;
import dev.packhouse.server.query.SpecVersion;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.document.BinaryPoint;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** Turns a filter into a query for the documents that pass it. */
final class FilterQuery {
  private static final SpecVersion LOWEST = new SpecVersion(0, 0);
  private static final SpecVersion HIGHEST = new SpecVersion(-1, -1); // unsigned

  private final LeafReader segment;
  private final BooleanQuery.Builder clauses = new BooleanQuery.Builder();

  private FilterQuery(LeafReader segment) {
    this.segment = segment;
    // Clauses that only exclude need something to exclude from.
    clauses.add(MatchAllDocsQuery.INSTANCE, Occur.FILTER);
  }

  static Query of(PackageFilter filter, LeafReader segment) throws IOException {
    FilterQuery query = new FilterQuery(segment);
    query.addCommon(filter);
    if (!filter.experimental()) {
      query.addModern(filter);
    }
    return query.clauses.build();
  }

  private void addCommon(PackageFilter filter) throws IOException {
    if (filter.kibana().isPresent()) {
      addCondition(Condition.KIBANA, filter.kibana().get());
    }
    filter.name().ifPresent(name -> addTerm(IndexFields.NAME, name));
    filter.type().ifPresent(type -> addTerm(IndexFields.TYPE, type));
  }

  private void addModern(PackageFilter filter) throws IOException {
    if (!filter.prerelease()) {
      addTerm(IndexFields.FLAGS, IndexFields.LISTED);
    }
    if (filter.agent().isPresent()) {
      addCondition(Condition.AGENT, filter.agent().get());
    }
    if (filter.specMin().isPresent() || filter.specMax().isPresent()) {
      addSpec(filter.specMin().orElse(LOWEST), filter.specMax().orElse(HIGHEST));
    }
    if (filter.capabilities().isPresent()) {
      excludeOthers(IndexFields.CAPABILITIES, filter.capabilities().get());
    }
    addDiscovery(filter.discovery());
  }

  private void addCondition(Condition condition, SemanticVersion version) throws IOException {
    clauses.add(ConditionQuery.of(condition, version, segment), Occur.FILTER);
  }

  private void addSpec(SpecVersion min, SpecVersion max) {
    clauses.add(
        BinaryPoint.newRangeQuery(IndexFields.SPEC, encode(min), encode(max)), Occur.FILTER);
  }

  /** A query may hold hundreds of filters, so those of one kind become as few clauses as can be. */
  private void addDiscovery(List<DiscoveryFilter> filters) throws IOException {
    Optional<Set<String>> fields = Optional.empty();
    for (DiscoveryFilter filter : Set.copyOf(filters)) {
      switch (filter) {
        // What is a subset of each is a subset of what they have in common.
        case DiscoveryFilter.Fields(Set<String> names) ->
            fields = Optional.of(fields.map(so -> common(so, names)).orElse(names));
        case DiscoveryFilter.Datasets(Set<String> names) ->
            addAnyOf(IndexFields.DISCOVERY_DATASETS, names);
      }
    }
    if (fields.isPresent()) {
      // A package that names none has none of these, so it does not pass.
      addAnyOf(IndexFields.DISCOVERY_FIELDS, fields.get());
      excludeOthers(IndexFields.DISCOVERY_FIELDS, fields.get());
    }
  }

  private static Set<String> common(Set<String> some, Set<String> others) {
    return some.stream().filter(others::contains).collect(Collectors.toUnmodifiableSet());
  }

  private void addTerm(String field, String value) {
    clauses.add(new TermQuery(new Term(field, value)), Occur.FILTER);
  }

  private void addAnyOf(String field, Collection<String> values) {
    List<BytesRef> terms = values.stream().map(BytesRef::new).toList();
    clauses.add(new TermInSetQuery(field, terms), Occur.FILTER);
  }

  /** Lets pass what has no other term in the field than these: its terms are a subset of them. */
  private void excludeOthers(String field, Set<String> values) throws IOException {
    List<BytesRef> others = TermWalk.matching(segment, field, text -> !values.contains(text));
    if (!others.isEmpty()) {
      clauses.add(new TermInSetQuery(field, others), Occur.MUST_NOT);
    }
  }

  private static byte[] encode(SpecVersion version) {
    return IndexFields.spec(version.major(), version.minor());
  }
}
