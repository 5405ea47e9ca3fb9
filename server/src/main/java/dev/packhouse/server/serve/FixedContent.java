package dev.packhouse.server.serve;

import dev.packhouse.generator.api.OpenApi;
import dev.packhouse.generator.model.Product;
import dev.packhouse.server.config.ServerConfig.CacheTimes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Content that is the same for as long as the server runs. */
final class FixedContent {
  private final Representation index;
  private final Representation favicon;
  private final CacheTimes cacheTimes;

  /** Made when it is first asked for: no start has to wait for it. */
  private volatile @Nullable Representation openApi;

  FixedContent(CacheTimes cacheTimes) throws IOException {
    this.cacheTimes = cacheTimes;
    index =
        of(Product.index().getBytes(StandardCharsets.US_ASCII), MediaType.JSON, cacheTimes.index());
    favicon = of(Resources.favicon(), MediaType.binary("image/x-icon"), cacheTimes.catchAll());
  }

  Representation index() {
    return index;
  }

  Representation favicon() {
    return favicon;
  }

  /**
   * What this server answers, whichever release made the generation that it serves: the file in the
   * generation is for hosts of files.
   */
  Representation openApi() throws IOException {
    Representation made = openApi;
    if (made == null) {
      made = of(Body.shared(OpenApi.json()), MediaType.JSON, cacheTimes.catchAll());
      openApi = made;
    }
    return made;
  }

  private static Representation of(byte[] bytes, MediaType type, Duration maxAge)
      throws IOException {
    return of(Body.of(bytes), type, maxAge);
  }

  private static Representation of(Body body, MediaType type, Duration maxAge) throws IOException {
    EntityTag tag = EntityTag.of(Sha256.of(body));
    return new Representation(body, type, tag, Optional.empty(), maxAge);
  }
}
