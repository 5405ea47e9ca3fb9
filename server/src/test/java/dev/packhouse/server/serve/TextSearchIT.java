package dev.packhouse.server.serve;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.packhouse.generator.PackageFixture;
import dev.packhouse.generator.generate.GenerateOptions;
import dev.packhouse.generator.generate.Generator;
import dev.packhouse.generator.generate.Progress;
import dev.packhouse.generator.model.ArchiveFormat;
import dev.packhouse.server.TestRegistry;
import dev.packhouse.server.WireClient;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Searches by text as scripts send them, over a registry that was generated. */
@Timeout(120)
final class TextSearchIT {
  private static final Pattern NAME = Pattern.compile("\"name\":\"([^\"]+)\"");
  private static final Pattern NEXT = Pattern.compile("<(\\?[^>]+)>; rel=\"next\"");
  private static final int PACKAGES = 23;

  @TempDir Path folder;

  @Test
  void givesEachPackageOnceToAClientThatFollowsTheLinks() throws IOException {
    publish(PACKAGES);
    try (TestRegistry registry = TestRegistry.serve(folder.resolve("public"));
        WireClient client = new WireClient(registry.address())) {
      List<String> whole = names(client.get("/search?q=collector&fields=name"));
      List<String> walked = new ArrayList<>();
      String page = "/search?q=collector&fields=name&limit=4";
      for (boolean more = true; more; ) {
        WireClient.Answer answer = client.get(page);
        assertThat(answer.status()).isEqualTo(200);
        walked.addAll(names(answer));
        Matcher next = NEXT.matcher(answer.first("Link"));
        more = next.find();
        page = more ? "/search" + next.group(1) : page;
      }

      assertThat(walked).hasSize(PACKAGES).doesNotHaveDuplicates().isEqualTo(whole);
    }
  }

  @Test
  void goesOnInALaterGenerationUnlessItBeginsOtherwise() throws IOException {
    publish(PACKAGES);
    String cursor;
    try (TestRegistry registry = TestRegistry.serve(folder.resolve("public"));
        WireClient client = new WireClient(registry.address())) {
      String next = client.get("/search?q=collector&limit=4").first("Link");
      cursor = next.replaceFirst(".*cursor=", "").replaceFirst("[&>].*", "");
    }
    publish(PACKAGES + 1);
    WireClient.Answer rest = goOn(cursor);
    assertThat(rest.status()).isEqualTo(200);
    assertThat(names(rest)).first().isEqualTo("p04_collector");

    PackageFixture.of("p01_collector", "1.0.1").folder(folder.resolve("packages"));
    publish(PACKAGES + 1);
    WireClient.Answer refused = goOn(cursor);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(new String(refused.body(), UTF_8))
        .contains("has changed since, or it belongs to another query; search again without it");
  }

  private WireClient.Answer goOn(String cursor) throws IOException {
    try (TestRegistry registry = TestRegistry.serve(folder.resolve("public"));
        WireClient client = new WireClient(registry.address())) {
      return client.get("/search?q=collector&limit=4&cursor=" + cursor);
    }
  }

  @Test
  void saysWhatToDoWhereTheGenerationHasNoTexts() throws IOException {
    publish(1);
    Path text = folder.resolve("public/generations/000001/text");
    try (Stream<Path> files = Files.list(text)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(text);
    try (TestRegistry registry = TestRegistry.serve(folder.resolve("public"));
        WireClient client = new WireClient(registry.address())) {
      assertThat(client.get("/search").status()).isEqualTo(200);
      for (String target : List.of("/search?q=a", "/search/facets?q=a", "/suggest?q=a")) {
        WireClient.Answer answer = client.get(target);
        assertThat(answer.status()).as(target).isEqualTo(503);
        assertThat(new String(answer.body(), UTF_8)).contains("generate it again");
      }
    }
  }

  @Test
  void answersWhateverIsAskedFor() throws IOException {
    publish(3);
    List<String> texts =
        List.of(
            "collector ".repeat(1_000),
            "(".repeat(400),
            "name:\"a AND (b OR *:*)~2^9 [x TO y] /.*(a|b)*c{1000}/",
            "\uD83D\uDE00\uD83D\uDCA5 \uD83C\uDFF3\uFE0F\u200D\uD83C\uDF08",
            "\u0645\u0631\u062D\u0628\u0627 \u202Eabc\u202C \u05E9\u05DC\u05D5\u05DD",
            "\"".repeat(99),
            "\u0000\uFFFF%",
            "\\ ' ` ; -- <script>");
    try (TestRegistry registry = TestRegistry.serve(folder.resolve("public"));
        WireClient client = new WireClient(registry.address())) {
      for (String text : texts) {
        for (String target :
            List.of("/search?highlight=true&q=", "/search/facets?q=", "/suggest?q=")) {
          WireClient.Answer answer = client.get(target + URLEncoder.encode(text, UTF_8));
          assertThat(answer.status()).as(target + text).isEqualTo(200);
        }
      }
      for (String encoded : List.of("%", "%zz", "%ff%fe", "%ed%a0%80")) {
        assertThat(client.get("/search?q=" + encoded).status()).as(encoded).isIn(200, 400);
      }
    }
  }

  private void publish(int packages) throws IOException {
    for (int i = 0; i < packages; i++) {
      PackageFixture.of("p%02d_collector".formatted(i), "1.0.0").folder(folder.resolve("packages"));
    }
    GenerateOptions options =
        new GenerateOptions(
            List.of(folder.resolve("packages")),
            folder.resolve("public"),
            EnumSet.of(ArchiveFormat.ZIP),
            ArchiveFormat.ZIP,
            /* replace= */ true,
            /* keepGoing= */ false);
    Generator.run(options, Progress.NONE);
  }

  private static List<String> names(WireClient.Answer answer) {
    return NAME.matcher(new String(answer.body(), UTF_8))
        .results()
        .map(found -> found.group(1))
        .toList();
  }
}
