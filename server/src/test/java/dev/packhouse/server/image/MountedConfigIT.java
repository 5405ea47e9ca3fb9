package dev.packhouse.server.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The image in the place of EPR's, with what others mount into that and set for it. */
@NeedsImage
final class MountedConfigIT {
  private static final String CONFIG = "/package-registry/config.yml";

  @TempDir Path folder;

  @BeforeEach
  void letOthersRead() throws Exception {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  @Test
  void takesWhatAnOperatorOfKubernetesMounts() throws Exception {
    Path config =
        write(
            """
            cache_time:
              catch_all: 1m
              categories: 2m
              index: 3s
              search: 4m
            package_paths:
            - /packages/package-registry
            """);
    try (PackhouseContainer container =
        new PackhouseContainer()
            .mounting(config, CONFIG)
            .mounting(SharedRegistry.SAMPLES, "/packages/package-registry")
            .withEnv("EPR_ADDRESS", "0.0.0.0:8080")) {
      container.start();
      assertThat(container.get("/search").headers().allValues("Cache-Control"))
          .contains("max-age=240");
      assertThat(container.getLogs()).contains("13 local package manifests loaded.");
    }
  }

  @Test
  void takesWhatElasticPackageMounts() throws Exception {
    Path config =
        write(
            """
            package_paths:
              - /packages/production
              - /packages/staging
              - /packages/development

            cache_time.search: 0
            cache_time.categories: 0
            cache_time.catch_all: 0
            """);
    try (PackhouseContainer container =
        new PackhouseContainer()
            .mounting(config, CONFIG)
            .mounting(SharedRegistry.SAMPLES, "/packages/development")
            .withEnv("EPR_REQUIRE_PACKAGE_SIGNATURES", "false")
            .withEnv("EPR_FEATURE_PROXY_MODE", "false")
            .withEnv("EPR_PROXY_TO", "https://registry.example.org")) {
      container.start();
      assertThat(container.get("/search").headers().allValues("Cache-Control"))
          .contains("max-age=0");
      assertThat(container.getLogs())
          .contains("13 local package manifests loaded.")
          .contains("/packages/production") // is not there, which is said and tolerated
          .contains("/packages/staging");
    }
  }

  @Test
  void understandsTheFlagsOfEpr() throws Exception {
    try (PackhouseContainer container =
        new PackhouseContainer("-log-type=ecs", "-address", ":8080")
            .mounting(SharedRegistry.SAMPLES, "/packages/package-registry")) {
      container.start();
      assertThat(container.get("/search").statusCode()).isEqualTo(200);
      assertThat(container.getLogs().lines()).allMatch(line -> line.startsWith("{"));
    }
  }

  private Path write(String yaml) throws Exception {
    return Files.writeString(folder.resolve("config.yml"), yaml);
  }
}
