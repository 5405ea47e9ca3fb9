package dev.packhouse.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CautionsTest {
  @Test
  void namesPackagesThatAreNotValidated() {
    Configs configs = Configs.none().flag(ServeOptions.PACKAGES, "packages");
    assertThat(configs.usable().warnings()).isEmpty();
    assertThat(configs.variable("EPR_DISABLE_PACKAGE_VALIDATION", "true").usable().warnings())
        .containsExactly(
            "EPR_DISABLE_PACKAGE_VALIDATION: packages are not validated, and clients may fail to"
                + " install them");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0:6060", "[::]:6060", "registry:6060", "10.0.0.127:6060"})
  void namesAnAdminListenerThatOthersReach(String address) {
    assertThat(Configs.none().variable("EPR_HTTPPROF", address).usable().warnings())
        .containsExactly(
            "EPR_HTTPPROF: everybody who reaches "
                + address
                + " can take profiles and thread dumps");
  }

  @ParameterizedTest
  @ValueSource(strings = {":6060", "localhost:0", "127.0.0.1:6060", "127.1.2.3:1", "[::1]:6060"})
  void saysNothingAboutOneThatOnlyThisMachineReaches(String address) {
    assertThat(Configs.none().variable("EPR_HTTPPROF", address).usable().warnings()).isEmpty();
  }

  @Test
  void saysNothingAboutWhatEveryContainerDoes() {
    assertThat(
            Configs.none()
                .variable("EPR_ADDRESS", "0.0.0.0:8080")
                .variable("EPR_METRICS_ADDRESS", ":9000")
                .usable()
                .warnings())
        .isEmpty();
  }

  @Test
  void namesWhatIsAskedOfPackagesThatNobodyReads() {
    Configs configs =
        Configs.none()
            .flag(ServeOptions.PUBLIC, "public")
            .variable("EPR_REQUIRE_PACKAGE_SIGNATURES", "false")
            .variable("EPR_PACKAGE_PATHS_ENABLE_WATCHER", "true");
    assertThat(configs.usable().warnings())
        .containsExactly(
            "EPR_PACKAGE_PATHS_ENABLE_WATCHER has no effect: a registry is served that was"
                + " generated before");
    assertThat(configs.variable("EPR_PACKAGE_PATHS_WORKERS", "0").problems())
        .containsExactly(
            "EPR_PACKAGE_PATHS_WORKERS: \"0\" is not a whole number above 0, for example 4");
  }

  @Test
  void refusesToKeepARegistryWherePackagesLie() {
    Configs configs =
        Configs.none()
            .flag(ServeOptions.PACKAGES, "kept/package", "packages")
            .flag(ServeOptions.PACKAGE_PATHS_REGISTRY, "kept");
    assertThat(configs.problems())
        .containsExactly(
            "--package-paths-registry: the packages in kept/package lie in that folder, and what is"
                + " no part of the registry is removed from it; name another");
  }
}
