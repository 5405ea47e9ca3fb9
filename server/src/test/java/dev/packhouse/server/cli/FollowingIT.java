package dev.packhouse.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhouse.generator.PackageFixture;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server that follows its packages, as EPR does with its watcher. */
final class FollowingIT {
  private static final Pattern ADDRESS = Pattern.compile("http://\\S+");
  private static final Pattern LOADED = Pattern.compile("(\\d+) local package manifests loaded\\.");
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @TempDir Path packages;

  @Test
  void showsVersionsThatComeChangeBreakAndGo() throws Exception {
    PackageFixture.of("a", "1.0.0").folder(packages);
    Process server =
        new ProcessBuilder(
                Path.of("target/packhouse").toAbsolutePath().toString(),
                "serve",
                "--packages=" + packages,
                "--package-paths-enable-watcher",
                "--address=127.0.0.1:0")
            .start();
    try (BufferedReader out = server.inputReader();
        BufferedReader log = server.errorReader()) {
      URI address = address(out);
      assertThat(awaitLoaded(log)).isEqualTo(1);

      PackageFixture.of("a", "1.0.1").folder(packages); // inside of a package that is there
      assertThat(awaitLoaded(log)).isEqualTo(2);
      assertThat(get(address, "/search?package=a")).contains("\"version\":\"1.0.1\"");

      Path broken = PackageFixture.of("b", "1.0.0").manifest("type: []\n").folder(packages);
      PackageFixture.of("c", "1.0.0").folder(packages); // changes all the same
      assertThat(awaitLine(log, "/b/1.0.0/manifest.yml:")).contains(" ERROR ");
      assertThat(awaitLoaded(log)).isEqualTo(3);

      Files.delete(broken.resolve("manifest.yml"));
      PackageFixture.of("b", "1.0.0").folder(packages);
      assertThat(awaitLoaded(log)).isEqualTo(4);
      assertThat(get(address, "/package/b/1.0.0/docs/README.md")).isEqualTo("# b\n");

      PackageFixture.of("b", "1.0.0").file("docs/README.md", "# Replaced\n").folder(packages);
      assertThat(awaitLoaded(log)).isEqualTo(4);
      assertThat(get(address, "/package/b/1.0.0/docs/README.md")).isEqualTo("# Replaced\n");

      Files.delete(packages.resolve("a/1.0.1/manifest.yml"));
      assertThat(awaitLoaded(log)).isEqualTo(3);
      assertThat(get(address, "/search?package=a")).contains("\"version\":\"1.0.0\"");

      server.toHandle().destroy();
      assertThat(server.waitFor()).isZero();
    } finally {
      server.destroyForcibly();
    }
  }

  @Test
  @Timeout(120)
  void answersFromManyPackagesBeforeAllIsGenerated() throws Exception {
    for (int i = 0; i < 250; i++) {
      PackageFixture.of("p" + i, "1.0.0").folder(packages);
    }
    Process server =
        new ProcessBuilder(
                Path.of("target/packhouse").toAbsolutePath().toString(),
                "serve",
                "--packages=" + packages,
                "--address=127.0.0.1:0")
            .start();
    try (BufferedReader out = server.inputReader();
        BufferedReader log = server.errorReader()) {
      URI address = address(out);
      assertThat(awaitLoaded(log)).isEqualTo(250);
      assertThat(get(address, "/package/p7/1.0.0/docs/README.md")).isEqualTo("# p7\n");
      assertThat(get(address, "/search?package=p7")).contains("\"version\":\"1.0.0\"");

      assertThat(awaitLoaded(log)).isEqualTo(250); // this time with texts and pages
      assertThat(get(address, "/package/p7/1.0.0/docs/README.md")).isEqualTo("# p7\n");
      assertThat(get(address, "/search?q=p7")).contains("\"name\":\"p7\"");

      server.toHandle().destroy();
      assertThat(server.waitFor()).isZero();
    } finally {
      server.destroyForcibly();
    }
  }

  private static URI address(BufferedReader out) throws IOException {
    Matcher address = ADDRESS.matcher(String.valueOf(out.readLine()));
    assertThat(address.find()).isTrue();
    return URI.create(address.group());
  }

  /** How many versions there are after the next change. */
  private static int awaitLoaded(BufferedReader log) throws IOException {
    Matcher loaded = LOADED.matcher(awaitLine(log, " loaded."));
    assertThat(loaded.find()).isTrue();
    return Integer.parseInt(loaded.group(1));
  }

  /** The next line with that part. */
  private static String awaitLine(BufferedReader log, String part) throws IOException {
    for (String line = log.readLine(); line != null; line = log.readLine()) {
      if (line.contains(part)) {
        return line;
      }
    }
    throw new AssertionError("the server has ended");
  }

  private static String get(URI address, String target) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(address.resolve(target)).build();
    return CLIENT.send(request, HttpResponse.BodyHandlers.ofString()).body();
  }
}
