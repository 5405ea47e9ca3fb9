package dev.packhouse.server.cli;

import dev.packhouse.generator.api.Endpoint;
import dev.packhouse.generator.api.QueryParameter;
import dev.packhouse.generator.api.QueryParameters;
import dev.packhouse.generator.cli.ExitCode;
import dev.packhouse.generator.cli.PrintedJson;
import dev.packhouse.generator.model.ParseResult.Parsed;
import dev.packhouse.generator.model.ParseResult.Rejected;
import dev.packhouse.generator.model.PrintableText;
import dev.packhouse.server.client.AskedRegistry;
import dev.packhouse.server.client.SearchFilters;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import tools.jackson.databind.node.ObjectNode;

/** {@code packhouse search}: its filters are made from the table of parameters. */
@Command(
    name = "search",
    description = "Lists the packages of a registry that pass all filters, the newest of each.",
    sortOptions = false,
    mixinStandardHelpOptions = true)
final class SearchCommand implements Callable<Integer> {
  /** What shapes answers for programs, and what has no meaning. */
  private static final List<QueryParameter> LEFT_OUT =
      List.of(
          QueryParameters.CURSOR,
          QueryParameters.FIELDS,
          QueryParameters.HIGHLIGHT,
          QueryParameters.INTERNAL);

  private static final List<QueryParameter> FILTERS =
      Endpoint.SEARCH.queryParameters().stream()
          .filter(parameter -> !LEFT_OUT.contains(parameter))
          .toList();

  private final CommandSpec spec;
  private final RegistryOptions registry;
  private final FilterFlags filters;

  private SearchCommand() {
    spec = CommandSpec.forAnnotatedObject(this);
    registry = RegistryOptions.addTo(spec);
    filters = FilterFlags.addTo(spec, FILTERS);
  }

  static CommandSpec spec() {
    return new SearchCommand().spec;
  }

  @Override
  public Integer call() throws IOException {
    CommandLine line = spec.commandLine();
    Map<String, List<String>> values = filters.values();
    SearchFilters wanted =
        switch (SearchFilters.of(values)) {
          case Parsed<SearchFilters>(SearchFilters right) -> right;
          case Rejected<SearchFilters>(String reason) ->
              throw new ParameterException(line, wrongFlag(values).orElse(reason));
        };
    try (AskedRegistry asked = registry.open()) {
      List<ObjectNode> records = asked.search(wanted);
      print(records, line.getOut());
      if (records.isEmpty()) {
        note(new NothingFound(asked, values).line());
      } else if (mayBeMore(values, records.size())) {
        note("these are the first %d; --limit may give more".formatted(records.size()));
      }
    }
    return ExitCode.FINE.code();
  }

  private static boolean mayBeMore(Map<String, List<String>> values, int found) {
    return found == QueryParameters.USUALLY_FOUND
        && values.containsKey(QueryParameters.Q.name())
        && !values.containsKey(QueryParameters.LIMIT.name());
  }

  /** Beside the list, so that programs that read it are not disturbed. */
  private void note(String text) {
    PrintWriter err = spec.commandLine().getErr();
    err.println(spec.qualifiedName() + ": " + PrintableText.of(text));
  }

  /** Which flag is wrong; the reason of a rejection names it as the interface does. */
  private static Optional<String> wrongFlag(Map<String, List<String>> values) {
    return FILTERS.stream()
        .filter(parameter -> values.containsKey(parameter.name()))
        .filter(parameter -> isWrong(parameter, values))
        .findFirst()
        .map(
            parameter ->
                FilterFlags.problem(
                    parameter, String.join(" ", values.getOrDefault(parameter.name(), List.of()))));
  }

  private static boolean isWrong(QueryParameter parameter, Map<String, List<String>> values) {
    Map<String, List<String>> alone =
        Map.of(parameter.name(), values.getOrDefault(parameter.name(), List.of()));
    return SearchFilters.of(alone) instanceof Rejected;
  }

  private void print(List<ObjectNode> records, PrintWriter out) {
    switch (registry.format()) {
      case TEXT -> RecordText.list(records).forEach(out::println);
      case JSON -> out.println(PrintedJson.of(records));
    }
    out.flush();
  }
}
