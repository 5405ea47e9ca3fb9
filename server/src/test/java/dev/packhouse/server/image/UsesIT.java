package dev.packhouse.server.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.model.AccessMode;
import dev.packhouse.generator.PackageFixture;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The uses of the image that the documentation shows. */
@NeedsImage
final class UsesIT {
  @TempDir Path folder;

  @BeforeEach
  void letOthersRead() throws Exception {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
  }

  @Test
  void servesPackageFoldersAndZips() throws Exception {
    PackageFixture.of("as_folder", "1.0.0").folder(folder);
    PackageFixture.of("as_zip", "1.0.0").zip(folder);
    try (PackhouseContainer container = new PackhouseContainer().mounting(folder, "/packages")) {
      container.start();
      assertThat(container.get("/search").body()).contains("as_folder").contains("as_zip");
      assertThat(container.getLogs()).contains("2 local package manifests loaded.");
    }
  }

  @Test
  void servesNothingWithAWarningWhereThereIsNoPackage() throws Exception {
    try (PackhouseContainer container = new PackhouseContainer()) {
      container.start();
      assertThat(container.get("/search").body().strip()).isEqualTo("[]");
      assertThat(container.getLogs())
          .contains("0 local package manifests loaded.")
          .contains("the registry is empty");
    }
  }

  @Test
  void leavesOutABadPackageAndNamesIt() throws Exception {
    PackageFixture.of("good", "1.0.0").folder(folder);
    Files.writeString(
        PackageFixture.of("bad", "1.0.0").folder(folder).resolve("manifest.yml"), "name: [\n");
    try (PackhouseContainer container = new PackhouseContainer().mounting(folder, "/packages")) {
      container.start();
      assertThat(container.get("/search").body()).contains("good");
      assertThat(container.getLogs()).contains("/packages/bad/1.0.0/manifest.yml");
    }
  }

  @Test
  void validatesTheWorkingFolderInCi() throws Exception {
    Path root = PackageFixture.of("good", "1.0.0").folder(folder);
    OneShot.Ended good =
        new OneShot()
            .mounting(root, "/work", AccessMode.ro)
            .run("validate", "--profile", "registry", "/work");
    assertThat(good).returns(0, OneShot.Ended::exitCode);

    Files.writeString(root.resolve("manifest.yml"), "name: [\n");
    OneShot.Ended bad =
        new OneShot()
            .mounting(root, "/work", AccessMode.ro)
            .run("validate", "--profile", "registry", "/work");
    assertThat(bad.exitCode()).isEqualTo(1);
    assertThat(bad.out() + bad.err()).contains("manifest.yml:").doesNotContain("Exception");
  }

  @Test
  void generatesIntoAMountedFolder() throws Exception {
    PackageFixture.of("good", "1.0.0").folder(folder.resolve("in"));
    Path out = Files.createDirectory(folder.resolve("out"));
    Files.setPosixFilePermissions(out, PosixFilePermissions.fromString("rwxrwxrwx"));
    OneShot.Ended ended =
        new OneShot()
            .mounting(folder.resolve("in"), "/in", AccessMode.ro)
            .mounting(out, "/out", AccessMode.rw)
            .run("generate", "--packages", "/in", "--out", "/out");
    assertThat(ended).returns(0, OneShot.Ended::exitCode);
    assertThat(out.resolve("current.json")).isRegularFile();
  }
}
