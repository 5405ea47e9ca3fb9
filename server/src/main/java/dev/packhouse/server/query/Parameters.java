package dev.packhouse.server.query;

import dev.packhouse.generator.api.QueryParameter;
import dev.packhouse.generator.api.QueryParameters;
import dev.packhouse.generator.model.ParseResult;
import dev.packhouse.generator.model.SemanticVersion;
import java.util.List;
import java.util.Set;

/** How the parameters of {@link QueryParameters} are read; each is named and described there. */
final class Parameters {
  static final Parameter<SemanticVersion> KIBANA_VERSION =
      Parameter.single(
          QueryParameters.KIBANA_VERSION, value -> ValueParsers.version("Kibana", value));
  static final Parameter<SemanticVersion> AGENT_VERSION =
      Parameter.single(
          QueryParameters.AGENT_VERSION, value -> ValueParsers.version("agent", value));
  static final Parameter<Boolean> PRERELEASE = flag(QueryParameters.PRERELEASE);
  static final Parameter<Boolean> EXPERIMENTAL = flag(QueryParameters.EXPERIMENTAL);
  static final Parameter<SpecVersion> SPEC_MIN =
      Parameter.single(
          QueryParameters.SPEC_MIN,
          value -> ValueParsers.lowestSpecVersion(QueryParameters.SPEC_MIN.name(), value));
  static final Parameter<SpecVersion> SPEC_MAX =
      Parameter.single(
          QueryParameters.SPEC_MAX,
          value -> ValueParsers.highestSpecVersion(QueryParameters.SPEC_MAX.name(), value));
  static final Parameter<List<DiscoveryFilter>> DISCOVERY =
      new Parameter<>(QueryParameters.DISCOVERY, ValueParsers::discovery);
  static final Parameter<Boolean> ALL_VERSIONS = flag(QueryParameters.ALL_VERSIONS);
  static final Parameter<Boolean> INCLUDE_POLICY_TEMPLATES =
      flag(QueryParameters.INCLUDE_POLICY_TEMPLATES);
  static final Parameter<Long> SINCE =
      Parameter.single(
          QueryParameters.SINCE,
          value -> ValueParsers.number(QueryParameters.SINCE.name(), value, 0, Long.MAX_VALUE));
  static final Parameter<Long> CHANGES_LIMIT =
      Parameter.single(
          QueryParameters.CHANGES_LIMIT,
          value ->
              ValueParsers.number(
                  QueryParameters.CHANGES_LIMIT.name(), value, 1, QueryParameters.MOST_CHANGES));
  static final Parameter<String> PACKAGE = text(QueryParameters.PACKAGE);
  static final Parameter<String> TYPE = text(QueryParameters.TYPE);
  static final Parameter<Set<String>> CAPABILITIES =
      Parameter.single(
          QueryParameters.CAPABILITIES,
          value -> new ParseResult.Parsed<>(ValueParsers.commaList(value)));
  static final Parameter<String> CATEGORY = text(QueryParameters.CATEGORY);
  static final Parameter<Boolean> BY_NAME_ORDER =
      Parameter.single(QueryParameters.SORT, ValueParsers::sort);
  static final Parameter<Integer> LIMIT =
      Parameter.single(QueryParameters.LIMIT, ValueParsers::limit);
  static final Parameter<Cursor> CURSOR =
      Parameter.single(QueryParameters.CURSOR, ValueParsers::cursor);
  static final Parameter<Set<String>> FIELDS =
      Parameter.single(QueryParameters.FIELDS, ValueParsers::fields);
  static final Parameter<Boolean> HIGHLIGHT = flag(QueryParameters.HIGHLIGHT);
  static final Parameter<String> Q = text(QueryParameters.Q);
  static final Parameter<String> INTERNAL = text(QueryParameters.INTERNAL);

  /** All of the table, in its order. */
  static final List<Parameter<?>> ALL =
      List.of(
          KIBANA_VERSION,
          AGENT_VERSION,
          PRERELEASE,
          EXPERIMENTAL,
          SPEC_MIN,
          SPEC_MAX,
          DISCOVERY,
          ALL_VERSIONS,
          INCLUDE_POLICY_TEMPLATES,
          BY_NAME_ORDER,
          LIMIT,
          CURSOR,
          FIELDS,
          HIGHLIGHT,
          SINCE,
          CHANGES_LIMIT,
          PACKAGE,
          TYPE,
          CAPABILITIES,
          CATEGORY,
          Q,
          INTERNAL);

  private Parameters() {}

  private static Parameter<Boolean> flag(QueryParameter described) {
    return Parameter.single(described, value -> ValueParsers.flag(described.name(), value));
  }

  private static Parameter<String> text(QueryParameter described) {
    return Parameter.single(described, ParseResult.Parsed::new);
  }
}
