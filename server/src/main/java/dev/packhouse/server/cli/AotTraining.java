package dev.packhouse.server.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes the AOT caches, one for the server and one for the commands of authors: runs the launcher
 * as users would, and asks the server what clients ask, while the JVM writes down which classes
 * that takes. Only the build runs this, in a JVM beside the one that is trained. It fails where the
 * server does, because then the product is broken.
 */
final class AotTraining {
  private static final String SERVER_CACHE = "packhouse.aot";
  private static final String AUTHORS_CACHE = "packhouse-authors.aot";

  /**
   * A relative path, because options in a variable cannot have blanks. Profiles are left out: with
   * them the JVM begins at once to make the best code, and the server has to wait for its turn.
   */
  private static final String RECORD =
      "-XX:+UnlockDiagnosticVMOptions -XX:-AOTRecordTraining -XX:AOTCacheOutput=";

  /** The image has a file, so most servers read one. */
  private static final String SETTINGS =
      """
      log_level: info
      cache_time:
        search: 10m
      """;

  /** A package with faults of several kinds: findings are printed by classes, too. */
  private static final String FAULTY_MANIFEST =
      """
      format_version: 3.4.0
      name: faulty
      titel: Faulty
      version: 0.1.0
      type: integration
      icons:
        - src: /img/none.svg
      """;

  /** What {@code validate} ends with where it has found something. */
  private static final int FINDINGS = 1;

  private static final Pattern ADDRESS = Pattern.compile("http://[^\\s\"]+");
  private static final Pattern PATHS = Pattern.compile("\"(?:download|path)\": *\"(/[^\"]+)\"");

  /** Writing the cache takes seconds after the server has ended. */
  private static final long LONGEST_END_SECONDS = 180;

  private static final Duration LONGEST_ANSWER = Duration.ofMinutes(1);

  private static final List<String> QUERIES =
      List.of(
          "/",
          "/health",
          "/categories",
          "/categories?include_policy_templates=true",
          "/search",
          "/search?all=true&prerelease=true",
          "/search?kibana.version=9.0.0&spec.min=2.3&spec.max=3.4&capabilities=security&type=integration",
          "/search?kibana.version=x",
          "/search?q=how+do+i+collect+%22logs%22+of+k8s+pods&highlight=true&limit=10",
          "/search?q=ngnix&fields=name",
          "/search/facets?q=log",
          "/suggest?q=sys",
          "/nosuch");

  private AotTraining() {}

  /**
   * Trains.
   *
   * @param arguments the folder of the launcher, and one with packages
   */
  static void main(String[] arguments) throws IOException, InterruptedException {
    Path home = Path.of(arguments[0]).toRealPath();
    Path packages = Path.of(arguments[1]).toRealPath();
    List<Path> caches = List.of(home.resolve(SERVER_CACHE), home.resolve(AUTHORS_CACHE));
    delete(caches);
    try {
      // In this order, because authors' commands take the server's cache where it is there.
      trainAuthors(home, packages);
      train(home, packages);
    } catch (IOException e) {
      delete(caches);
      System.err.println("The training run for the AOT cache failed: " + e.getMessage());
      System.exit(1);
    }
    if (!caches.stream().allMatch(Files::exists)) {
      System.err.println("warning: the JVM wrote no AOT cache, so Packhouse starts more slowly");
    }
  }

  private static void delete(List<Path> caches) throws IOException {
    for (Path cache : caches) {
      Files.deleteIfExists(cache);
    }
  }

  private static void trainAuthors(Path home, Path packages)
      throws IOException, InterruptedException {
    Path faulty = Files.createTempDirectory("packhouse");
    Path manifest = Files.writeString(faulty.resolve("manifest.yml"), FAULTY_MANIFEST);
    try {
      Process command =
          launch(
              home,
              AUTHORS_CACHE,
              List.of("validate", packages.toString(), faulty.toString()),
              ProcessBuilder.Redirect.DISCARD);
      if (!command.waitFor(LONGEST_END_SECONDS, TimeUnit.SECONDS)
          || command.exitValue() != FINDINGS) {
        command.destroyForcibly();
        throw new IOException("validate did not end well");
      }
    } finally {
      Files.delete(manifest);
      Files.delete(faulty);
    }
  }

  private static void train(Path home, Path packages) throws IOException, InterruptedException {
    Path config = Files.writeString(Files.createTempFile("packhouse", ".yml"), SETTINGS);
    try {
      train(start(home, packages, config));
    } finally {
      Files.delete(config);
    }
  }

  private static void train(Process server) throws IOException, InterruptedException {
    try (BufferedReader output = server.inputReader()) {
      ask(address(output));
      server.toHandle().destroy(); // Process.destroy() would close the output, too
      output.lines().forEach(line -> {});
      if (!server.waitFor(LONGEST_END_SECONDS, TimeUnit.SECONDS) || server.exitValue() != 0) {
        throw new IOException("the server did not end well");
      }
    } finally {
      server.destroyForcibly();
    }
  }

  private static Process start(Path home, Path packages, Path config) throws IOException {
    return launch(
        home,
        SERVER_CACHE,
        List.of("serve", "--config=" + config, "--packages=" + packages, "--address=127.0.0.1:0"),
        ProcessBuilder.Redirect.PIPE);
  }

  private static Process launch(
      Path home, String cache, List<String> arguments, ProcessBuilder.Redirect output)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(home.resolve("packhouse").toString());
    builder.command().addAll(arguments);
    builder.environment().keySet().removeIf(name -> name.startsWith("PACKHOUSE_"));
    builder.environment().put("PACKHOUSE_JAVA_OPTS", RECORD + cache);
    return builder
        .directory(home.toFile())
        .redirectErrorStream(true)
        .redirectOutput(output)
        .start();
  }

  private static URI address(BufferedReader output) throws IOException {
    StringBuilder seen = new StringBuilder();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      Matcher address = ADDRESS.matcher(line);
      if (address.find()) {
        return URI.create(address.group());
      }
      seen.append(line).append('\n');
    }
    throw new IOException("the server did not start:\n" + seen);
  }

  private static void ask(URI address) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      for (String query : QUERIES) {
        get(client, address.resolve(query));
      }
      Matcher paths = PATHS.matcher(get(client, address.resolve("/search")));
      while (paths.find()) {
        get(client, address.resolve(paths.group(1)));
      }
    }
  }

  private static String get(HttpClient client, URI address)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .header("Accept-Encoding", "identity")
            .timeout(LONGEST_ANSWER)
            .build();
    return client.send(request, BodyHandlers.ofString()).body();
  }
}
