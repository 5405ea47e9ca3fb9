package dev.packhouse.generator.api;

import dev.packhouse.generator.Golden;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What people read of the interface is the table, too. */
final class InterfaceDocumentTest {
  private static final Path DOCUMENT = Path.of("../docs/http-api.md");

  @Test
  void hasTheRoutesOfTheTable() throws IOException {
    String rows =
        EndpointReference.all().stream()
            .map(InterfaceDocumentTest::route)
            .collect(Collectors.joining());
    Golden.assertPart(
        DOCUMENT,
        "<!-- routes: written by InterfaceDocumentTest -->",
        "<!-- end of routes -->",
        "| route | answer |\n|---|---|\n" + rows);
  }

  @Test
  void hasTheParametersOfTheTable() throws IOException {
    String rows =
        QueryParameters.ALL.stream()
            .map(InterfaceDocumentTest::parameter)
            .collect(Collectors.joining());
    Golden.assertPart(
        DOCUMENT,
        "<!-- parameters: written by InterfaceDocumentTest -->",
        "<!-- end of parameters -->",
        "| parameter | on | value | meaning |\n|---|---|---|---|\n" + rows);
  }

  private static String route(EndpointReference endpoint) {
    String paths =
        endpoint.paths().stream().map(path -> "`" + path + "`").collect(Collectors.joining(", "));
    return "| %s | %s |\n".formatted(paths, endpoint.summary());
  }

  private static String parameter(QueryParameter parameter) {
    String on =
        parameter.endpoints().stream()
            .sorted()
            .map(Endpoint::path)
            .collect(Collectors.joining(", "));
    return "| `%s` | %s | %s | %s |\n"
        .formatted(parameter.name(), on, parameter.kind().label(), parameter.description());
  }
}
