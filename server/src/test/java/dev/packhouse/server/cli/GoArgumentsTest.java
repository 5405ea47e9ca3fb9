package dev.packhouse.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GoArgumentsTest {
  @ParameterizedTest
  @CsvSource({
    "-address :9000, serve --address :9000",
    "-address=:9000 -dry-run, serve --address=:9000 --dry-run",
    "--address :9000, serve --address :9000",
    "serve -dry-run=false -tls-cert -x.pem, serve --dry-run=false --tls-cert -x.pem",
    "-feature-proxy-mode=true, serve --feature-proxy-mode=true",
    "-log-level debug -version, serve --log-level debug --version",
    "serve -help, serve --help"
  })
  void takesFlagsAloneAndWithOneDashAsThoseOfServe(String given, String meant) {
    assertThat(GoArguments.of(given.split(" "))).containsExactly(meant.split(" "));
  }

  @ParameterizedTest
  @CsvSource({"-help, --help", "-version, --version", "-h, -h", "-V, -V", "--help, --help"})
  void leavesHelpAndVersionToTheProgram(String given, String meant) {
    assertThat(GoArguments.of(given)).containsExactly(meant);
  }

  @ParameterizedTest
  @CsvSource({
    "generate -address",
    "validate --output json packages",
    "serve -adress :1",
    "serve -a -1 -Address - --",
    "help"
  })
  void leavesOtherArgumentsAsTheyAre(String given) {
    assertThat(GoArguments.of(given.split(" "))).containsExactly(given.split(" "));
  }
}
