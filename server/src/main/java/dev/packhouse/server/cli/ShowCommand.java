package dev.packhouse.server.cli;

import dev.packhouse.generator.api.QueryParameters;
import dev.packhouse.generator.cli.ExitCode;
import dev.packhouse.generator.cli.PrintedJson;
import dev.packhouse.generator.model.NearestName;
import dev.packhouse.generator.model.ParseResult;
import dev.packhouse.generator.model.PrintableText;
import dev.packhouse.generator.model.SemanticVersion;
import dev.packhouse.server.client.AskedRegistry;
import dev.packhouse.server.client.SearchFilters;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/** {@code packhouse show}. */
@Command(
    name = "show",
    description = "Shows a version of a package, and which others there are.",
    mixinStandardHelpOptions = true)
final class ShowCommand implements Callable<Integer> {
  private static final Pattern NAME = Pattern.compile("[a-z0-9_]+");
  private static final String YES = "true";

  @Parameters(
      paramLabel = "NAME[@VERSION]",
      description = "The package. Without a version, the newest release is shown.")
  private String wanted = "";

  private final CommandSpec spec;
  private final RegistryOptions registry;

  private ShowCommand() {
    spec = CommandSpec.forAnnotatedObject(this);
    registry = RegistryOptions.addTo(spec);
  }

  static CommandSpec spec() {
    return new ShowCommand().spec;
  }

  @Override
  public Integer call() throws IOException {
    int at = wanted.indexOf('@');
    String name = at < 0 ? wanted : wanted.substring(0, at);
    Optional<String> version = at < 0 ? Optional.empty() : Optional.of(wanted.substring(at + 1));
    check(name, version);
    try (AskedRegistry asked = registry.open()) {
      return show(asked, name, version).code();
    }
  }

  /** Both become part of a path. */
  private void check(String name, Optional<String> version) {
    if (!NAME.matcher(name).matches()) {
      throw wrong("\"" + name + "\" is no name of a package; it has letters a-z, digits and _");
    }
    if (version.isPresent()
        && !(SemanticVersion.parseStrict(version.get()) instanceof ParseResult.Parsed)) {
      throw wrong("\"" + version.get() + "\" is no version, for example 1.2.0");
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private ExitCode show(AskedRegistry asked, String name, Optional<String> version)
      throws IOException {
    List<String> versions = versions(asked.search(of(name, /* all= */ true)), name);
    if (versions.isEmpty()) {
      return missing("there is no package " + name + " in " + asked.place() + hint(asked, name));
    }
    String chosen = version.isPresent() ? version.get() : newest(asked, name, versions);
    Optional<ObjectNode> record =
        versions.contains(chosen) ? asked.record(name, chosen) : Optional.empty();
    if (record.isEmpty()) {
      return missing(
          "there is no version %s of %s in %s; there are %s"
              .formatted(chosen, name, asked.place(), RecordText.versions(versions)));
    }
    print(asked, record.get(), versions);
    return ExitCode.FINE;
  }

  private void print(AskedRegistry asked, ObjectNode record, List<String> versions)
      throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    String archive =
        asked.archive(
            record.path("name").asString(),
            record.path("version").asString(),
            record.path("download").asString(""));
    switch (registry.format()) {
      case TEXT -> RecordText.sheet(record, versions, archive).forEach(out::println);
      case JSON -> {
        ObjectNode more = record.deepCopy().put("archive", archive);
        versions.forEach(more.putArray("versions")::add);
        out.println(PrintedJson.of(more));
      }
    }
    out.flush();
  }

  /** What is not there is no failure, and no mistake in the command line either. */
  private ExitCode missing(String message) {
    CommandLine line = spec.commandLine();
    line.getErr().println(spec.qualifiedName() + ": " + PrintableText.of(message));
    return ExitCode.FINDINGS;
  }

  /** As clients choose it: a release, unless there is none. */
  private static String newest(AskedRegistry asked, String name, List<String> versions)
      throws IOException {
    List<String> releases = versions(asked.search(of(name, /* all= */ false)), name);
    return releases.isEmpty() ? versions.getLast() : releases.getLast();
  }

  /** From old to new. */
  private static List<String> versions(List<ObjectNode> records, String name) {
    return records.stream()
        .filter(record -> record.path("name").asString().equals(name))
        .map(record -> record.path("version").asString())
        .toList();
  }

  private static String hint(AskedRegistry asked, String name) throws IOException {
    List<String> names =
        asked.search(filters(Map.of(QueryParameters.PRERELEASE.name(), List.of(YES)))).stream()
            .map(record -> record.path("name").asString())
            .toList();
    return NearestName.guess(name, "", names).map(guess -> "; " + guess).orElse("");
  }

  private static SearchFilters of(String name, boolean all) {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    parameters.put(QueryParameters.PACKAGE.name(), List.of(name));
    if (all) {
      parameters.put(QueryParameters.ALL_VERSIONS.name(), List.of(YES));
      parameters.put(QueryParameters.PRERELEASE.name(), List.of(YES));
    }
    return filters(parameters);
  }

  private static SearchFilters filters(Map<String, List<String>> parameters) {
    return SearchFilters.of(parameters).toOptional().orElseThrow();
  }
}
