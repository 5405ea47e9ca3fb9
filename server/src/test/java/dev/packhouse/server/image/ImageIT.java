package dev.packhouse.server.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.command.InspectImageResponse;
import com.github.dockerjava.api.model.ContainerConfig;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testcontainers.DockerClientFactory;

/** What is in the image, and what it says of itself. */
@NeedsImage
final class ImageIT {
  private static final PackhouseContainer CONTAINER =
      new PackhouseContainer("serve", "--public", "/public")
          .mounting(SharedRegistry.folder(), "/public");

  @BeforeAll
  static void start() {
    CONTAINER.start();
  }

  @AfterAll
  static void stop() {
    CONTAINER.stop();
  }

  @Test
  void servesAMountedRegistry() throws Exception {
    assertThat(CONTAINER.get("/search?all=true&prerelease=true").body().split("\"name\":"))
        .hasSizeGreaterThan(SharedRegistry.VERSIONS);
    assertThat(CONTAINER.get("/health").statusCode()).isEqualTo(200);
  }

  @Test
  void saysHowManyPackagesThereAre() {
    assertThat(CONTAINER.getLogs())
        .contains(SharedRegistry.VERSIONS + " local package manifests loaded.");
  }

  /** So checks elastic-package its container. */
  @Test
  void answersCurlInside() throws Exception {
    assertThat(CONTAINER.shell("curl -fs http://localhost:8080/")).contains("service.name");
  }

  @Test
  void runsAsAnOrdinaryUser() throws Exception {
    assertThat(CONTAINER.shell("id -u")).isEqualTo("1000");
    assertThat(CONTAINER.shell("touch /opt/packhouse/x /package-registry/x"))
        .contains("Permission denied");
  }

  @Test
  void isHealthyByItsOwnCheck() throws Exception {
    assertThat(CONTAINER.shell("/opt/packhouse/healthcheck && echo healthy")).isEqualTo("healthy");
    assertThat(config().getHealthcheck()).isNotNull();
  }

  @Test
  void holdsNoPackage() throws Exception {
    assertThat(CONTAINER.shell("ls /packages 2>/dev/null")).isEmpty();
    assertThat(
            CONTAINER.shell("find / -xdev -name manifest.yml -not -path '/public/*' 2>/dev/null"))
        .isEmpty();
  }

  @Test
  void listsWhatItIsMadeOf() throws Exception {
    assertThat(CONTAINER.shell("head -c 200 /opt/packhouse/*.cdx.json")).contains("CycloneDX");
  }

  @Test
  void saysWhereItComesFrom() {
    Map<String, String> labels = Objects.requireNonNull(config().getLabels());
    assertThat(labels)
        .containsKeys(
            "org.opencontainers.image.source",
            "org.opencontainers.image.revision",
            "org.opencontainers.image.version",
            "org.opencontainers.image.created");
    assertThat(labels.get("org.opencontainers.image.revision")).matches("[0-9a-f]{40}");
  }

  @Test
  void isSmall() {
    InspectImageResponse image = inspect();
    List<String> layers = Objects.requireNonNull(image.getRootFS()).getLayers();
    assertThat(layers).hasSizeGreaterThan(5); // one for each part, by how often it changes
    long base = size(inspect("debian:trixie-slim"));
    assertThat(size(image) - base).isLessThan(190_000_000L);
  }

  private static long size(InspectImageResponse image) {
    return Objects.requireNonNull(image.getSize());
  }

  private static ContainerConfig config() {
    return Objects.requireNonNull(inspect().getConfig());
  }

  private static InspectImageResponse inspect() {
    return inspect(PackhouseContainer.IMAGE);
  }

  private static InspectImageResponse inspect(String image) {
    return DockerClientFactory.instance().client().inspectImageCmd(image).exec();
  }
}
