package dev.packhouse.server.query;

import dev.packhouse.generator.api.QueryParameter;
import dev.packhouse.generator.api.QueryParameters;
import dev.packhouse.generator.api.ValueKind;
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
  static final Parameter<Long> SINCE = number(QueryParameters.SINCE);
  static final Parameter<Long> CHANGES_LIMIT = number(QueryParameters.CHANGES_LIMIT);
  static final Parameter<String> PACKAGE = text(QueryParameters.PACKAGE);
  static final Parameter<String> TYPE = text(QueryParameters.TYPE);
  static final Parameter<Set<String>> CAPABILITIES =
      Parameter.single(
          QueryParameters.CAPABILITIES,
          value -> new ParseResult.Parsed<>(ValueParsers.commaList(value)));
  static final Parameter<String> CATEGORY = text(QueryParameters.CATEGORY);
  static final Parameter<String> SORT = choice(QueryParameters.SORT);
  static final Parameter<Long> LIMIT = number(QueryParameters.LIMIT);
  static final Parameter<Long> SUGGESTIONS_LIMIT = number(QueryParameters.SUGGESTIONS_LIMIT);
  static final Parameter<Cursor> CURSOR =
      Parameter.single(
          QueryParameters.CURSOR,
          value -> ValueParsers.cursor(QueryParameters.CURSOR.name(), value));
  static final Parameter<Set<String>> FIELDS = choices(QueryParameters.FIELDS);
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
          SORT,
          LIMIT,
          SUGGESTIONS_LIMIT,
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

  private static Parameter<Long> number(QueryParameter described) {
    ValueKind.WholeNumber range = kind(described, ValueKind.WholeNumber.class);
    return Parameter.single(
        described, value -> ValueParsers.number(described.name(), range, value));
  }

  private static Parameter<String> choice(QueryParameter described) {
    ValueKind.Choice choice = kind(described, ValueKind.Choice.class);
    return Parameter.single(
        described, value -> ValueParsers.choice(described.name(), choice, value));
  }

  private static Parameter<Set<String>> choices(QueryParameter described) {
    ValueKind.Choices choices = kind(described, ValueKind.Choices.class);
    return Parameter.single(
        described, value -> ValueParsers.choices(described.name(), choices, value));
  }

  private static <K extends ValueKind> K kind(QueryParameter described, Class<K> kind) {
    if (!kind.isInstance(described.kind())) {
      throw new IllegalStateException(described.name() + " is a " + described.kind().label());
    }
    return kind.cast(described.kind());
  }

  private static Parameter<String> text(QueryParameter described) {
    return Parameter.single(described, ParseResult.Parsed::new);
  }
}
