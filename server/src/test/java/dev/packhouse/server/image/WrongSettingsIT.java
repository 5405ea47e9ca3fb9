package dev.packhouse.server.image;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is wrong is said in a line, and nothing is served. */
@NeedsImage
final class WrongSettingsIT {
  @Test
  void refusesToBeAProxy() throws Exception {
    OneShot.Ended ended = new OneShot().variable("EPR_FEATURE_PROXY_MODE", "true").run();
    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.err()).contains("EPR_FEATURE_PROXY_MODE");
    assertIsPlain(ended);
  }

  @Test
  void refusesAFlagThatItDoesNotKnow() throws Exception {
    OneShot.Ended ended = new OneShot().run("serve", "--adress", ":80");
    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.err()).contains("--adress").contains("--address");
    assertIsPlain(ended);
  }

  @Test
  void refusesAKeyWithoutItsCertificate() throws Exception {
    OneShot.Ended ended = new OneShot().variable("EPR_TLS_KEY", "/tls/tls.key").run();
    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.err()).contains("EPR_TLS_KEY").contains("cert");
    assertIsPlain(ended);
  }

  @Test
  void saysThatThereIsNoRegistryToServe() throws Exception {
    OneShot.Ended ended = new OneShot().run("serve", "--public", "/public");
    assertThat(ended.exitCode()).isEqualTo(3);
    assertThat(ended.err()).contains("/public");
    assertIsPlain(ended);
  }

  /** A root that cannot be written, and no temporary folder. */
  @Test
  void saysThatThereIsNowhereToGenerate() throws Exception {
    OneShot.Ended ended = new OneShot().run();
    assertThat(ended.exitCode()).isEqualTo(3);
    assertThat(ended.err()).contains("/tmp");
    assertIsPlain(ended);
  }

  private static void assertIsPlain(OneShot.Ended ended) {
    assertThat(ended.err()).doesNotContain("\tat ").doesNotContain("Exception");
  }
}
