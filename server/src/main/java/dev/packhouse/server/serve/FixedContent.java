package dev.packhouse.server.serve;

import dev.packhouse.generator.model.Product;
import dev.packhouse.server.config.ServerConfig.CacheTimes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** Content that is the same for as long as the server runs. */
final class FixedContent {
  private final Representation index;
  private final Representation favicon;

  FixedContent(CacheTimes cacheTimes) throws IOException {
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

  private static Representation of(byte[] bytes, MediaType type, Duration maxAge)
      throws IOException {
    Body body = Body.of(bytes);
    EntityTag tag = EntityTag.of(Sha256.of(body));
    return new Representation(body, type, tag, Optional.empty(), maxAge);
  }
}
