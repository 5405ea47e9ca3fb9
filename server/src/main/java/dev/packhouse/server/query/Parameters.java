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
          "The package's constraint must admit this version of Kibana.",
          value -> ValueParsers.version("Kibana", value));
  static final Parameter<SemanticVersion> AGENT_VERSION =
      Parameter.single(
          "agent.version",
          BOTH,
          "The package's constraint must admit this version of the agent.",
          value -> ValueParsers.version("agent", value));
  static final Parameter<Boolean> PRERELEASE =
      flag("prerelease", BOTH, "Also versions with a pre-release tag, and experimental ones.");
  static final Parameter<Boolean> EXPERIMENTAL =
      flag(
          "experimental",
          BOTH,
          "The filter of Kibana before 8.6 decides, which filters only by `kibana.version`,"
              + " `package`, `type` and `category`; the others must still be right.");
  static final Parameter<SpecVersion> SPEC_MIN =
      Parameter.single(
          "spec.min",
          BOTH,
          "Lowest `format_version` of the package, as `major.minor`.",
          value -> ValueParsers.lowestSpecVersion("spec.min", value));
  static final Parameter<SpecVersion> SPEC_MAX =
      Parameter.single(
          "spec.max",
          BOTH,
          "Highest `format_version` of the package, as `major.minor`.",
          value -> ValueParsers.highestSpecVersion("spec.max", value));
  static final Parameter<List<DiscoveryFilter>> DISCOVERY =
      new Parameter<>(
          "discovery",
          BOTH,
          true,
          "`fields:a,b` or `datasets:a,b`; all that are given must hold.",
          ValueParsers::discovery);
  static final Parameter<Boolean> ALL_VERSIONS =
      flag("all", ONLY_SEARCH, "All versions that pass, not only the newest of each package.");
  static final Parameter<Boolean> INCLUDE_POLICY_TEMPLATES =
      flag(
          "include_policy_templates",
          ONLY_CATEGORIES,
          "The categories of policy templates count too.");
  static final Parameter<String> PACKAGE =
      text("package", ONLY_SEARCH, "Exact name of the package.");
  static final Parameter<String> TYPE =
      text("type", ONLY_SEARCH, "`integration`, `input` or `content`.");
  static final Parameter<Set<String>> CAPABILITIES =
      Parameter.single(
          "capabilities",
          BOTH,
          "Comma list; packages that need others do not pass.",
          value -> new ParseResult.Parsed<>(ValueParsers.commaList(value)));
  static final Parameter<String> CATEGORY =
      text(
          "category",
          ONLY_SEARCH,
          "The package or one of its policy templates has it, or a category below it; applied to"
              + " the newest versions.");
  static final Parameter<String> INTERNAL = text("internal", ONLY_SEARCH, "Accepted and ignored.");

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
