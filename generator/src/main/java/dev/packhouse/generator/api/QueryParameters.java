package dev.packhouse.generator.api;

import static dev.packhouse.generator.api.Endpoint.CATEGORIES;
import static dev.packhouse.generator.api.Endpoint.CHANGES;
import static dev.packhouse.generator.api.Endpoint.FACETS;
import static dev.packhouse.generator.api.Endpoint.SEARCH;
import static dev.packhouse.generator.api.Endpoint.SUGGEST;

import dev.packhouse.generator.model.RecordKey;
import dev.packhouse.generator.model.RecordShapes;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The table of query parameters. */
public final class QueryParameters {
  private static final Set<Endpoint> EVERYWHERE = EnumSet.of(SEARCH, FACETS, SUGGEST, CATEGORIES);
  private static final Set<Endpoint> BY_NAME = EnumSet.of(SEARCH, FACETS, SUGGEST);
  private static final Set<Endpoint> FOUND = EnumSet.of(SEARCH, FACETS);
  private static final Set<Endpoint> ONLY_SEARCH = EnumSet.of(SEARCH);
  private static final Set<Endpoint> ONLY_SUGGEST = EnumSet.of(SUGGEST);
  private static final Set<Endpoint> ONLY_CATEGORIES = EnumSet.of(CATEGORIES);
  private static final Set<Endpoint> ONLY_CHANGES = EnumSet.of(CHANGES);

  /** How many suggestions fit below a line of input. */
  private static final String SUGGESTIONS = "10";

  /** The most entries that an answer of changes holds. */
  private static final int MOST_CHANGES = 1_000;

  /**
   * How many records answer a text where nothing else is asked for: nobody reads as far, and in a
   * large registry thousands of packages have half of the words of a sentence.
   */
  public static final int USUALLY_FOUND = 1_000;

  /** The value of {@link #SORT} with which a text does not decide the order. */
  public static final String SORT_BY_NAME = "name";

  public static final QueryParameter KIBANA_VERSION =
      of(
          "kibana.version",
          EVERYWHERE,
          new ValueKind.Version(),
          "The package's constraint must admit this version of Kibana.",
          "9.0.0");
  public static final QueryParameter AGENT_VERSION =
      of(
          "agent.version",
          EVERYWHERE,
          new ValueKind.Version(),
          "The package's constraint must admit this version of the agent.",
          "9.0.0");
  public static final QueryParameter PRERELEASE =
      flag(
          "prerelease", EVERYWHERE, "Also versions with a pre-release tag, and experimental ones.");
  public static final QueryParameter EXPERIMENTAL =
      flag(
          "experimental",
          EVERYWHERE,
          "The filter of Kibana before 8.6 decides, which filters only by `kibana.version`,"
              + " `package`, `type` and `category`; the others must still be right.");
  public static final QueryParameter SPEC_MIN =
      of(
          "spec.min",
          EVERYWHERE,
          new ValueKind.SpecVersion(),
          "Lowest `format_version` of the package, as `major.minor`.",
          "2.3");
  public static final QueryParameter SPEC_MAX =
      of(
          "spec.max",
          EVERYWHERE,
          new ValueKind.SpecVersion(),
          "Highest `format_version` of the package, as `major.minor`.",
          "3.4");
  public static final QueryParameter DISCOVERY =
      of(
          "discovery",
          EVERYWHERE,
          new ValueKind.Discovery(),
          "`fields:a,b` or `datasets:a,b`; all that are given must hold.",
          "fields:host.name");
  public static final QueryParameter ALL_VERSIONS =
      flag("all", FOUND, "All versions that pass, not only the newest of each package.");
  public static final QueryParameter INCLUDE_POLICY_TEMPLATES =
      flag(
          "include_policy_templates",
          ONLY_CATEGORIES,
          "The categories of policy templates count too.");
  public static final QueryParameter SINCE =
      number(
          "since",
          ONLY_CHANGES,
          0,
          Long.MAX_VALUE,
          "0",
          "Only the entries behind this cursor.",
          "42");
  public static final QueryParameter CHANGES_LIMIT =
      number(
          "limit",
          ONLY_CHANGES,
          1,
          MOST_CHANGES,
          Integer.toString(MOST_CHANGES),
          "How many entries are given, at most.",
          "100");
  public static final QueryParameter PACKAGE =
      of("package", BY_NAME, new ValueKind.Text(), "Exact name of the package.", "nginx");
  public static final QueryParameter TYPE =
      of("type", BY_NAME, new ValueKind.Text(), "`integration`, `input` or `content`.", "input");
  public static final QueryParameter CAPABILITIES =
      of(
          "capabilities",
          EVERYWHERE,
          new ValueKind.Texts(),
          "Packages that need others do not pass.",
          "security,observability");
  public static final QueryParameter CATEGORY =
      of(
          "category",
          FOUND,
          new ValueKind.Text(),
          "The package or one of its policy templates has it, or a category below it; applied to"
              + " the newest versions.",
          "security");
  public static final QueryParameter SORT =
      of(
          "sort",
          ONLY_SEARCH,
          new ValueKind.Choice(List.of("relevance", SORT_BY_NAME)),
          "The order in which a `q` is answered: the best first, which is usual, or by name.",
          SORT_BY_NAME);
  public static final QueryParameter LIMIT =
      of(
          "limit",
          ONLY_SEARCH,
          new ValueKind.WholeNumber(1, 10_000),
          "How many are given, at most; without it, 1,000 where a `q` is asked for, otherwise all.",
          "20");
  public static final QueryParameter SUGGESTIONS_LIMIT =
      number("limit", ONLY_SUGGEST, 1, 100, SUGGESTIONS, "How many are given, at most.", "5");
  public static final QueryParameter CURSOR =
      of(
          "cursor",
          ONLY_SEARCH,
          new ValueKind.Cursor(),
          "Where to go on, as the header `Link` of the answer before says.",
          "AAAAAAAAAAAAAAAB");
  public static final QueryParameter FIELDS =
      of(
          "fields",
          ONLY_SEARCH,
          new ValueKind.Choices(RecordShapes.SHORT.keys().stream().map(RecordKey::name).toList()),
          "The keys that stand in the records, in their own order.",
          "name,title,version");
  public static final QueryParameter HIGHLIGHT =
      flag(
          "highlight",
          ONLY_SEARCH,
          "Each record has a key `highlight` that says where `q` was found, if there is one; at"
              + " most 100 records.");
  public static final QueryParameter Q =
      of("q", BY_NAME, new ValueKind.Text(), "Text that the packages are about.", "k8s");
  public static final QueryParameter INTERNAL =
      of("internal", ONLY_SEARCH, new ValueKind.Text(), "Accepted and ignored.", "true");

  /** Those that can be wrong stand first: a query is answered for the first wrong one. */
  public static final List<QueryParameter> ALL =
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

  private QueryParameters() {}

  /** Those that an endpoint looks at, in the order of the table. */
  static List<QueryParameter> of(Endpoint endpoint) {
    return ALL.stream().filter(parameter -> parameter.endpoints().contains(endpoint)).toList();
  }

  private static QueryParameter flag(String name, Set<Endpoint> endpoints, String description) {
    return new QueryParameter(
        name, endpoints, new ValueKind.Flag(), Optional.of("false"), description, "true");
  }

  private static QueryParameter number(
      String name,
      Set<Endpoint> endpoints,
      long least,
      long most,
      String fallback,
      String description,
      String example) {
    ValueKind kind = new ValueKind.WholeNumber(least, most);
    return new QueryParameter(name, endpoints, kind, Optional.of(fallback), description, example);
  }

  private static QueryParameter of(
      String name, Set<Endpoint> endpoints, ValueKind kind, String description, String example) {
    return new QueryParameter(name, endpoints, kind, Optional.empty(), description, example);
  }
}
