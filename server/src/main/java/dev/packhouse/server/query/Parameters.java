package dev.packhouse.server.query;

import static dev.packhouse.server.query.Endpoint.CATEGORIES;
import static dev.packhouse.server.query.Endpoint.SEARCH;

import dev.packhouse.generator.model.ParseResult;
import dev.packhouse.generator.model.SemanticVersion;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The table of query parameters. */
public final class Parameters {
  private static final Set<Endpoint> BOTH = EnumSet.of(SEARCH, CATEGORIES);
  private static final Set<Endpoint> ONLY_SEARCH = EnumSet.of(SEARCH);
  private static final Set<Endpoint> ONLY_CATEGORIES = EnumSet.of(CATEGORIES);

  static final Parameter<SemanticVersion> KIBANA_VERSION =
      Parameter.single(
          "kibana.version",
          BOTH,
          "Kibana version that the package's condition must admit.",
          value -> ValueParsers.version("Kibana", value));
  static final Parameter<SemanticVersion> AGENT_VERSION =
      Parameter.single(
          "agent.version",
          BOTH,
          "Agent version that the package's condition must admit.",
          value -> ValueParsers.version("agent", value));
  static final Parameter<Boolean> PRERELEASE =
      flag("prerelease", BOTH, "Pre-release and experimental versions count too.");
  static final Parameter<Boolean> EXPERIMENTAL =
      flag("experimental", BOTH, "The filter of clients before 8.6 decides instead.");
  static final Parameter<SpecVersion> SPEC_MIN =
      Parameter.single(
          "spec.min",
          BOTH,
          "Lowest format version, as major.minor.",
          value -> ValueParsers.lowestSpecVersion("spec.min", value));
  static final Parameter<SpecVersion> SPEC_MAX =
      Parameter.single(
          "spec.max",
          BOTH,
          "Highest format version, as major.minor.",
          value -> ValueParsers.highestSpecVersion("spec.max", value));
  static final Parameter<List<DiscoveryFilter>> DISCOVERY =
      new Parameter<>(
          "discovery",
          BOTH,
          true,
          "fields:a,b or datasets:a,b; all that are given must hold.",
          ValueParsers::discovery);
  static final Parameter<Boolean> ALL_VERSIONS =
      flag("all", ONLY_SEARCH, "Every version that passes, not only the newest of each package.");
  static final Parameter<Boolean> INCLUDE_POLICY_TEMPLATES =
      flag("include_policy_templates", ONLY_CATEGORIES, "Policy templates count too.");
  static final Parameter<String> PACKAGE = text("package", ONLY_SEARCH, "Name of the package.");
  static final Parameter<String> TYPE = text("type", ONLY_SEARCH, "Type of the package.");
  static final Parameter<Set<String>> CAPABILITIES =
      Parameter.single(
          "capabilities",
          BOTH,
          "What the client can do, as a comma list; a package may need no more than that.",
          value -> new ParseResult.Parsed<>(ValueParsers.commaList(value)));
  static final Parameter<String> CATEGORY =
      text("category", ONLY_SEARCH, "The package or one of its policy templates is in it.");
  static final Parameter<String> INTERNAL =
      text("internal", ONLY_SEARCH, "Accepted and ignored, for old clients.");

  /** Those that can be wrong stand first: a query is answered for the first wrong one. */
  public static final List<Parameter<?>> ALL =
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
          PACKAGE,
          TYPE,
          CAPABILITIES,
          CATEGORY,
          INTERNAL);

  private Parameters() {}

  private static Parameter<Boolean> flag(String name, Set<Endpoint> endpoints, String description) {
    return Parameter.single(name, endpoints, description, value -> ValueParsers.flag(name, value));
  }

  private static Parameter<String> text(String name, Set<Endpoint> endpoints, String description) {
    return Parameter.single(name, endpoints, description, ParseResult.Parsed::new);
  }
}
