package dev.packhouse.server.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ContentTypesTest {
  @ParameterizedTest
  @CsvSource({
    "a.zip, application/zip, false",
    "a.tar.gz, application/gzip, false",
    "a.zip.sig, application/pgp-signature, false",
    "a.md, text/markdown; charset=utf-8, true",
    "a.yml, text/yaml; charset=UTF-8, true",
    "a.json, application/json, true",
    "a.svg, image/svg+xml, true",
    "a.html, text/plain; charset=utf-8, true",
    "a.PNG, image/png, false",
    "a.jpg, image/jpeg, false",
    "a.gif, image/gif, false",
    "a.ico, image/x-icon, false"
  })
  void goesByTheEndOfTheName(String name, String type, boolean compressible) throws IOException {
    boolean isPage = name.endsWith(".svg") || name.endsWith(".html");
    ContentPolicy policy = isPage ? ContentPolicy.OF_PACKAGE : ContentPolicy.NONE;
    assertThat(ContentTypes.of(Path.of("nosuch", name)))
        .isEqualTo(new MediaType(type, compressible, policy));
  }

  @Test
  void looksIntoFilesWithOtherNames(@TempDir Path temp) throws IOException {
    Path text = Files.writeString(temp.resolve("stream.yml.hbs"), "é".repeat(2_000));
    Path cut = Files.writeString(temp.resolve("cut"), "x" + "é".repeat(2_000));
    Path empty = Files.writeString(temp.resolve(".gitkeep"), "");
    Path nul = Files.write(temp.resolve("a.bin"), new byte[] {'a', 0});
    Path latin = Files.write(temp.resolve("latin"), new byte[] {'a', (byte) 0xe9, 'a'});

    assertThat(ContentTypes.of(text)).isEqualTo(MediaType.PLAIN_TEXT);
    assertThat(ContentTypes.of(cut)).isEqualTo(MediaType.PLAIN_TEXT);
    assertThat(ContentTypes.of(empty)).isEqualTo(MediaType.PLAIN_TEXT);
    assertThat(ContentTypes.of(nul)).isEqualTo(MediaType.BYTES);
    assertThat(ContentTypes.of(latin)).isEqualTo(MediaType.BYTES);
  }
}
