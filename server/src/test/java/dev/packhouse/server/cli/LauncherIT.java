package dev.packhouse.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhouse.generator.PackageFixture;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Runs the script that the build made, as users would. */
final class LauncherIT {
  private static final Path TARGET = Path.of("target").toAbsolutePath();
  private static final Path LAUNCHER = TARGET.resolve("packhouse");

  /** A home of the Java that the tests run on, in an environment with nothing else. */
  private static final Map<String, String> JAVA =
      Map.of("JAVA_HOME", System.getProperty("java.home"), "PATH", "/usr/bin:/bin");

  @TempDir Path folder;

  private record Run(int exitCode, String out, String err) {}

  @Test
  void saysItsVersion() throws Exception {
    Run run = run(JAVA, LAUNCHER, "--version");
    assertThat(run).returns(0, Run::exitCode).returns("", Run::err);
    assertThat(run.out()).matches("packhouse \\d+\\.\\d+\\.\\d+\\S*\n");
  }

  @Test
  void saysInOneLineThatJavaIsMissing() throws Exception {
    Run run = run(Map.of("PATH", ""), launcherThatLooksInNoUsualPlace(), "--version");
    assertThat(run)
        .isEqualTo(
            new Run(
                3,
                "",
                "packhouse: needs Java 25 or newer, and finds none in JAVA_HOME (not set), on the"
                    + " PATH and in the usual places; see https://adoptium.net\n"));
  }

  @Test
  void looksOverAJavaThatIsTooOld() throws Exception {
    Path old = folder.resolve("jdk-17");
    Files.createDirectories(old.resolve("bin"));
    Files.createSymbolicLink(old.resolve("bin/java"), Path.of("/bin/false"));
    Files.writeString(old.resolve("release"), "IMPLEMENTOR=\"X\"\nJAVA_VERSION=\"17.0.1\"\n");
    Map<String, String> environment = Map.of("PATH", "", "JAVA_HOME", old.toString());
    Run run = run(environment, launcherThatLooksInNoUsualPlace(), "--version");
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err()).contains("JAVA_HOME (" + old + ")").hasLineCount(1);
  }

  @Test
  void findsJavaOnThePathThroughLinks() throws Exception {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Files.createSymbolicLink(folder.resolve("java"), java);
    Map<String, String> environment = Map.of("PATH", folder + ":/usr/bin:/bin");
    assertThat(run(environment, launcherThatLooksInNoUsualPlace(), "--version").err())
        .contains("packhouse-server") // found Java, but lies apart from the jar
        .doesNotContain("needs Java");
  }

  @Test
  void worksThroughLinksToLinks() throws Exception {
    Path first = Files.createSymbolicLink(folder.resolve("first"), LAUNCHER);
    Path second = Files.createSymbolicLink(folder.resolve("second"), first.getFileName());
    assertThat(run(JAVA, second, "--version").exitCode()).isZero();
  }

  @Test
  void worksInAFolderWithBlanks() throws Exception {
    Path home = Files.createDirectories(folder.resolve("a  folder"));
    try (Stream<Path> files = Files.list(TARGET)) {
      for (Path file : files.filter(f -> f.toString().matches(".*/packhouse[^/]*")).toList()) {
        copy(file, home.resolve(file.getFileName()));
      }
    }
    Files.createSymbolicLink(home.resolve("lib"), TARGET.resolve("lib"));
    Run run = run(JAVA, home.resolve("packhouse"), "serve", "--print-config", "--public=a  b");
    assertThat(run).returns(0, Run::exitCode).returns("", Run::err);
    assertThat(run.out()).contains("public: 'a  b' ");
  }

  @Test
  void prefersTheCollectorOfTheUser() throws Exception {
    Map<String, String> environment =
        Map.of(
            "JAVA_HOME",
            System.getProperty("java.home"),
            "PACKHOUSE_JAVA_OPTS",
            "-XX:+UseParallelGC",
            "PATH",
            "/usr/bin:/bin");
    assertThat(run(environment, LAUNCHER, "--version"))
        .returns(0, Run::exitCode)
        .returns("", Run::err);
  }

  @Test
  void prefersTheRuntimeBesideIt() throws Exception {
    Run run = run(JAVA, launcherWithARuntimeThatRepeats("x.aot"), "serve", "--public=a b");
    assertThat(run).returns(0, Run::exitCode).returns("", Run::err);
    assertThat(run.out().lines()).endsWith("serve", "--public=a b");
  }

  @Test
  void attachesTheAgentAndLeavesTheCacheOffWhereTheAgentsServerIsNamed() throws Exception {
    Path launcher = launcherWithARuntimeThatRepeats("packhouse.aot", "apm/elastic-apm-agent.jar");
    for (String first : List.of("serve", "--public=x", "-public=x")) {
      assertThat(run(agentsServer("http://localhost:8200"), launcher, first).out().lines())
          .contains("-javaagent:" + folder.toRealPath() + "/apm/elastic-apm-agent.jar")
          .contains("ELASTIC_APM_SERVICE_NAME=packhouse")
          .contains("ELASTIC_APM_LOG_FORMAT_SOUT=JSON")
          .noneMatch(line -> line.contains("AOTCache"));
    }
  }

  @Test
  void takesTheCacheAndNoAgentWhereNoServerOfTheAgentIsNamed() throws Exception {
    Path launcher = launcherWithARuntimeThatRepeats("packhouse.aot", "apm/elastic-apm-agent.jar");
    assertThat(run(agentsServer(""), launcher, "serve").out().lines())
        .contains("-XX:AOTCache=" + folder.toRealPath() + "/packhouse.aot")
        .noneMatch(line -> line.contains("apm"));
  }

  @Test
  void attachesNoAgentToOtherCommands() throws Exception {
    Path launcher = launcherWithARuntimeThatRepeats("packhouse.aot", "apm/elastic-apm-agent.jar");
    for (String first : List.of("validate", "generate", "--version", "--help")) {
      assertThat(run(agentsServer("http://localhost:8200"), launcher, first).out().lines())
          .contains("-XX:AOTCache=" + folder.toRealPath() + "/packhouse.aot")
          .noneMatch(line -> line.contains("javaagent"));
    }
  }

  @Test
  void leavesToTheUserWhatTheAgentIsTold() throws Exception {
    Map<String, String> environment = new HashMap<>(agentsServer("http://localhost:8200"));
    environment.put("ELASTIC_APM_SERVICE_NAME", "mine");
    environment.put("ELASTIC_APM_LOG_LEVEL", "DEBUG");
    Path launcher = launcherWithARuntimeThatRepeats("apm/elastic-apm-agent.jar");
    assertThat(run(environment, launcher, "serve").out().lines())
        .contains("ELASTIC_APM_SERVICE_NAME=mine", "ELASTIC_APM_LOG_LEVEL=DEBUG");
  }

  @Test
  void servesWithoutTheAgentWhereItsFileIsMissingAndSaysSo() throws Exception {
    Path launcher = launcherWithARuntimeThatRepeats("packhouse.aot");
    Run run = run(agentsServer("http://localhost:8200"), launcher, "serve");
    assertThat(run.err())
        .startsWith("packhouse: warning: ELASTIC_APM_SERVER_URL is set, and there is no agent in ")
        .hasLineCount(1);
    assertThat(run.out()).contains("-XX:AOTCache=").doesNotContain("javaagent");
  }

  @Test
  void servesUntilItIsToldToStop() throws Exception {
    Process server =
        start(JAVA, LAUNCHER, "serve", "--packages=../packages", "--address=localhost:0");
    try (BufferedReader out = server.inputReader();
        BufferedReader err = server.errorReader();
        HttpClient client = HttpClient.newHttpClient()) {
      String line = Objects.requireNonNullElse(out.readLine(), "");
      assertThat(line)
          .matches("Packhouse serves \\d\\d+ package versions at http://localhost:\\d+");
      URI search = URI.create(line.substring(line.indexOf("http")) + "/search");
      HttpResponse<String> answer =
          client.send(HttpRequest.newBuilder(search).build(), HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(200);
      server.toHandle().destroy();
      assertThat(server.waitFor()).isZero();
      assertThat(out.lines()).isEmpty();
      List<String> logs = err.lines().map(log -> log.replaceFirst("^\\S+Z ", "")).toList();
      assertThat(logs.getFirst()).matches("INFO  packhouse: \\d+ local package manifests.*");
      // The line of a request may be written after its client has the answer and has gone on.
      assertThat(logs.subList(1, logs.size() - 1))
          .satisfiesExactlyInAnyOrder(
              log -> assertThat(log).startsWith("INFO  packhouse.access: GET /search 200 "),
              log -> assertThat(log).isEqualTo("INFO  packhouse: stopping"));
      assertThat(logs.getLast()).isEqualTo("INFO  packhouse: stopped");
    } finally {
      server.destroyForcibly();
    }
  }

  @Test
  void takesFlagsAndVariablesOfEpr() throws Exception {
    Map<String, String> environment = new HashMap<>(JAVA);
    environment.put("EPR_CONFIG", "src/main/container/config.yml");
    environment.put("PACKHOUSE_PACKAGES", "../packages");
    Path kept = folder.resolve("kept");
    environment.put("PACKHOUSE_PACKAGE_PATHS_REGISTRY", kept.toString());
    Run run = run(environment, LAUNCHER, "-address", "localhost:0", "-dry-run");
    assertThat(run).returns(0, Run::exitCode);
    assertThat(run.err()).contains("13 local package manifests loaded.").doesNotContain("warning");
    assertThat(kept).doesNotExist();
    environment.put("EPR_FEATURE_PROXY_MODE", "true");
    assertThat(run(environment, LAUNCHER).exitCode()).isEqualTo(2);
    assertThat(run(environment, LAUNCHER, "-dry-run").err())
        .startsWith("packhouse serve: EPR_FEATURE_PROXY_MODE: ");
  }

  @Test
  void stopsWhileItGeneratesAndLeavesNothing() throws Exception {
    Path packages = folder.resolve("packages");
    for (int patch = 0; patch < 3_000; patch++) {
      PackageFixture.of("a", "1.0." + patch).folder(packages);
    }
    Path temporary = Files.createDirectory(folder.resolve("tmp"));
    Map<String, String> environment = new HashMap<>(JAVA);
    environment.put("PACKHOUSE_JAVA_OPTS", "-Djava.io.tmpdir=" + temporary);
    Process server =
        start(environment, LAUNCHER, "serve", "--packages=" + packages, "--address=localhost:0");
    try (BufferedReader out = server.inputReader();
        BufferedReader err = server.errorReader()) {
      while (server.isAlive() && isEmpty(temporary)) {
        Thread.sleep(10);
      }
      server.toHandle().destroy();
      assertThat(server.waitFor()).isZero();
      assertThat(out.lines()).isEmpty();
      assertThat(err.lines()).isNotEmpty().allMatch(log -> log.matches(".*stop(ping|ped)"));
      assertThat(temporary).isEmptyDirectory();
    } finally {
      server.destroyForcibly();
    }
  }

  @Test
  void saysInOneLineThatTheAddressIsInUse() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String address = "127.0.0.1:" + taken.getLocalPort();
      Run run = run(JAVA, LAUNCHER, "serve", "--packages=../packages", "--address=" + address);
      assertThat(run)
          .isEqualTo(
              new Run(
                  3, "", "packhouse: cannot listen on " + address + ": Address already in use\n"));
    }
  }

  @Test
  void saysInOneLineThatThereIsNoRegistry() throws Exception {
    Run run = run(JAVA, LAUNCHER, "serve", "--public=" + folder);
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err()).startsWith("packhouse: there is no registry in ").hasLineCount(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ecs", "logstash"})
  void printsNothingButJsonWhereThatIsAskedFor(String type) throws Exception {
    Map<String, String> environment = new HashMap<>(JAVA);
    environment.put("PACKHOUSE_LOG_TYPE", type);
    environment.put("PACKHOUSE_PUBLIK", "unknown");
    Process server =
        start(environment, LAUNCHER, "serve", "--packages=../packages", "--address=127.0.0.1:0");
    try (BufferedReader out = server.inputReader();
        BufferedReader err = server.errorReader()) {
      List<String> lines = new ArrayList<>();
      while (lines.stream().noneMatch(line -> line.contains("Packhouse serves"))) {
        lines.add(Objects.requireNonNullElse(err.readLine(), "it ended"));
        assertThat(lines).doesNotContain("it ended");
      }
      String taken = lines.getLast().replaceAll(".*http://(127\\.0\\.0\\.1:\\d+).*", "$1");
      Run second =
          run(environment, LAUNCHER, "serve", "--packages=../packages", "--address=" + taken);
      assertThat(second).returns(3, Run::exitCode).returns("", Run::out);
      assertThat(second.err()).contains("ERROR", "cannot listen on " + taken);
      server.toHandle().destroy();
      assertThat(server.waitFor()).isZero();
      err.lines().forEach(lines::add);
      assertThat(lines.getFirst()).contains("PACKHOUSE_PUBLIK: unknown variable");
      assertThat(lines.getLast()).contains("\"stopped\"");
      second.err().lines().forEach(lines::add);
      assertThat(lines).allMatch(line -> JsonMapper.shared().readTree(line).isObject());
      assertThat(out.lines()).isEmpty();
    } finally {
      server.destroyForcibly();
    }
  }

  /** Each start would pay for it. */
  @Test
  void loadsNoLogWhereNothingIsServed() throws Exception {
    Path classes = folder.resolve("classes");
    Map<String, String> environment = new HashMap<>(JAVA);
    environment.put("PACKHOUSE_JAVA_OPTS", "-XX:AOTMode=off -Xlog:class+load:file=" + classes);
    Run run = run(environment, LAUNCHER, "validate", "../packages");
    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).doesNotContain("SLF4J");
    assertThat(classes)
        .content()
        .contains("dev.packhouse.generator.cli.ValidateCommand")
        .doesNotContain("ch.qos.logback");
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.findAny().isEmpty();
    }
  }

  private static Map<String, String> agentsServer(String url) {
    return Map.of("PATH", "/usr/bin:/bin", "ELASTIC_APM_SERVER_URL", url);
  }

  /** Its Java prints what the agent finds in the environment, and its arguments. */
  private Path launcherWithARuntimeThatRepeats(String... filesBesideIt) throws IOException {
    Path java = folder.resolve("runtime/bin/java");
    Files.createDirectories(java.getParent());
    Files.writeString(java, "#!/bin/sh\nenv | grep ELASTIC_APM_.*=.\nprintf '%s\\n' \"$@\"\n");
    assertThat(java.toFile().setExecutable(true)).isTrue();
    Files.writeString(folder.resolve("runtime/release"), "JAVA_VERSION=\"25.0.1\"\n");
    for (String file : filesBesideIt) {
      Files.createDirectories(folder.resolve(file).getParent());
      Files.createFile(folder.resolve(file));
    }
    Path launcher = folder.resolve("packhouse");
    copy(LAUNCHER, launcher);
    return launcher;
  }

  private Path launcherThatLooksInNoUsualPlace() throws IOException {
    String script = Files.readString(LAUNCHER);
    String changed = script.replaceAll("/usr/lib/jvm|/opt/java|/usr/libexec", "/nowhere");
    assertThat(changed).isNotEqualTo(script);
    Path copy = folder.resolve("packhouse");
    copy(LAUNCHER, copy);
    return Files.writeString(copy, changed);
  }

  /** With its time, by which the JVM knows the jars of its class cache. */
  private static void copy(Path from, Path to) throws IOException {
    Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
  }

  private static Process start(Map<String, String> environment, Path launcher, String... arguments)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Stream.concat(Stream.of(launcher.toString()), Stream.of(arguments)).toList());
    builder.environment().clear();
    builder.environment().putAll(environment);
    return builder.start();
  }

  private static Run run(Map<String, String> environment, Path launcher, String... arguments)
      throws IOException, InterruptedException {
    Process process = start(environment, launcher, arguments);
    try (BufferedReader out = process.inputReader();
        BufferedReader err = process.errorReader()) {
      List<String> errors = err.lines().toList();
      String output = text(out.lines().toList());
      return new Run(process.waitFor(), output, text(errors));
    }
  }

  private static String text(List<String> lines) {
    return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
  }
}
