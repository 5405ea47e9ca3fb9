package dev.packhouse.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhouse.generator.Golden;
import dev.packhouse.server.config.ServerConfig.Source;
import dev.packhouse.server.config.ValueType.Arity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file that comes with the image, and that others can begin theirs with. */
final class ShippedConfigTest {
  private static final Path SHIPPED = Path.of("src/main/container/config.yml");
  private static final String PACKAGES = "/packages";

  @TempDir Path folder;

  @Test
  void namesEveryKeyWithItsDefault() throws IOException {
    String entries =
        ServeOptions.ALL.stream()
            .filter(option -> option.key().isPresent())
            .map(ShippedConfigTest::entry)
            .collect(Collectors.joining("\n"));
    Golden.assertPart(SHIPPED, "# The settings:", "# The end.", "\n" + entries + "\n");
  }

  @Test
  void changesNothingButWherePackagesLie() {
    Configs shipped = Configs.none().flag(ServeOptions.CONFIG, SHIPPED.toString());
    assertThat(shipped.usable())
        .isEqualTo(
            new ConfigOutcome.Usable(
                Configs.none().flag(ServeOptions.PACKAGES, PACKAGES).config(),
                Optional.empty(),
                List.of(),
                List.of()));
    assertThat(shipped.config().source())
        .isEqualTo(new Source.Packages(List.of(Path.of(PACKAGES))));
  }

  @Test
  void staysTheSameWhereAllOfItIsSwitchedOn() throws IOException {
    String whole =
        Files.readString(SHIPPED)
            .replaceAll("(?m)^#(?=[a-z])", "")
            // Of the two, one can be given.
            .replaceAll("(?m)^public:.*", "");
    Configs configs = Configs.none().file(folder.resolve("c.yml"), whole);
    assertThat(whole).contains("\ncache_time.search: 10m\n");
    assertThat(configs.config())
        .isEqualTo(Configs.none().flag(ServeOptions.PACKAGES, PACKAGES).config());
  }

  private static String entry(Option<?> option) {
    String key = option.key().orElseThrow();
    String text =
        option.equals(ServeOptions.PACKAGES)
            ? key + ": [" + PACKAGES + "]"
            : "#" + key + ": " + value(option);
    return "# " + option.description() + "\n" + text.stripTrailing() + "\n";
  }

  private static String value(Option<?> option) {
    return option.type().arity() == Arity.MANY
        ? "[" + option.defaultText() + "]"
        : option.defaultText();
  }
}
