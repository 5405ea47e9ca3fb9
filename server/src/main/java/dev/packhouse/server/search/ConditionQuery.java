package dev.packhouse.server.search;

import dev.packhouse.generator.index.IndexFields;
import dev.packhouse.generator.index.IndexFields.Condition;
import dev.packhouse.generator.model.SemanticVersion;
import dev.packhouse.generator.model.VersionConstraint;
import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;
import org.apache.lucene.document.LongRange;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/**
 * Finds the packages whose constraint admits a version.
 *
 * <p>A version that is one number is looked up in the ranges that were made of the constraints. All
 * else is decided by the constraints themselves, of which an index holds few that differ: those
 * without ranges for every version, those with ranges for a version that is not one number.
 */
final class ConditionQuery {
  private ConditionQuery() {}

  static Query of(Condition condition, SemanticVersion version, LeafReader segment)
      throws IOException {
    BooleanQuery.Builder either = new BooleanQuery.Builder();
    either.add(new TermQuery(new Term(IndexFields.FLAGS, condition.absent())), Occur.SHOULD);
    either.add(decided(condition.unranged(), version, segment), Occur.SHOULD);
    OptionalLong packed = version.packed();
    if (packed.isPresent()) {
      long[] point = {packed.getAsLong()};
      either.add(LongRange.newContainsQuery(condition.ranges(), point, point), Occur.SHOULD);
    } else {
      either.add(decided(condition.ranged(), version, segment), Occur.SHOULD);
    }
    return either.build();
  }

  private static Query decided(String field, SemanticVersion version, LeafReader segment)
      throws IOException {
    List<BytesRef> admitting =
        TermWalk.matching(
            segment,
            field,
            text ->
                VersionConstraint.parse(text)
                    .toOptional()
                    .filter(constraint -> constraint.admits(version))
                    .isPresent());
    return new TermInSetQuery(field, admitting);
  }
}
