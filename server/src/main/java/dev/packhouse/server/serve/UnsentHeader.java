package dev.packhouse.server.serve;

import io.helidon.common.GenericType;
import io.helidon.common.buffers.BufferData;
import io.helidon.common.mapper.Value;
import io.helidon.http.Header;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderValues;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A header that Helidon finds in an answer and that the client does not get.
 *
 * @param header all the rest
 */
record UnsentHeader(Header header) implements Header {
  /**
   * For a 304. Its length is that of the 200 instead of it, or none: RFC 9110, section 8.6. Helidon
   * adds a length of 0 where it finds none.
   */
  static final Header NO_LENGTH = new UnsentHeader(HeaderValues.CONTENT_LENGTH_ZERO);

  @Override
  public void writeHttp1Header(BufferData buffer) {}

  @Override
  public String name() {
    return header.name();
  }

  @Override
  public HeaderName headerName() {
    return header.headerName();
  }

  @Override
  public List<String> allValues() {
    return header.allValues();
  }

  @Override
  public int valueCount() {
    return header.valueCount();
  }

  @Override
  public boolean sensitive() {
    return header.sensitive();
  }

  @Override
  public boolean changing() {
    return header.changing();
  }

  @Override
  public String get() {
    return header.get();
  }

  @Override
  public <T> T get(Class<T> type) {
    return header.get(type);
  }

  @Override
  public <N> Value<N> as(Class<N> type) {
    return header.as(type);
  }

  @Override
  public <N> Value<N> as(GenericType<N> type) {
    return header.as(type);
  }

  @Override
  public <N> Value<N> as(Function<? super String, ? extends N> mapper) {
    return header.as(mapper);
  }

  @Override
  public Optional<String> asOptional() {
    return header.asOptional();
  }

  @Override
  public Value<Boolean> asBoolean() {
    return header.asBoolean();
  }

  @Override
  public Value<String> asString() {
    return header.asString();
  }

  @Override
  public Value<Integer> asInt() {
    return header.asInt();
  }

  @Override
  public Value<Long> asLong() {
    return header.asLong();
  }

  @Override
  public Value<Double> asDouble() {
    return header.asDouble();
  }
}
