package dev.packhouse.server.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.packhouse.generator.api.Endpoint;
import dev.packhouse.generator.model.Product;
import dev.packhouse.generator.model.ShortText;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import tools.jackson.databind.node.ObjectNode;

/** A registry that a server answers for. */
public final class HttpRegistry implements AskedRegistry {
  private static final int OK = 200;
  private static final int NOT_FOUND = 404;

  /** Of an error that a server tells, in characters. */
  private static final int LONGEST_ERROR = 200;

  /**
   * What a server may take.
   *
   * @param connection until there is one
   * @param answer until all of an answer is there
   * @param bytes of an answer
   */
  record Limits(Duration connection, Duration answer, long bytes) {
    /** All versions of the largest public registry are some tens of megabytes. */
    static final Limits USUAL =
        new Limits(Duration.ofSeconds(10), Duration.ofSeconds(60), 256L << 20);
  }

  private final RegistryAddress address;
  private final Limits limits;
  private final HttpClient client;

  private HttpRegistry(RegistryAddress address, Limits limits, HttpClient client) {
    this.address = address;
    this.limits = limits;
    this.client = client;
  }

  /** Nothing is asked yet. */
  public static HttpRegistry at(RegistryAddress address) {
    return at(address, Limits.USUAL);
  }

  static HttpRegistry at(RegistryAddress address, Limits limits) {
    HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(limits.connection())
            .build();
    return new HttpRegistry(address, limits, client);
  }

  @Override
  public String place() {
    return address.text();
  }

  @Override
  public List<ObjectNode> search(SearchFilters filters) throws IOException {
    String path = Endpoint.SEARCH.path();
    String query = filters.rawQuery();
    HttpResponse<byte[]> answer = get(query.isEmpty() ? path : path + "?" + query);
    if (answer.statusCode() == NOT_FOUND) {
      throw new IOException(
          "%s has no %s: it is no package registry, or its files without a server, which cannot be asked; name its folder"
              .formatted(address.text(), path));
    }
    requireGood(answer);
    if (filters.query().text().isPresent()) {
      requireTextSearch();
    }
    return RegistryJson.records(answer.body(), what(path));
  }

  /** Other registries pass over words that they do not know, and answer with all packages. */
  private void requireTextSearch() throws IOException {
    if (get(Endpoint.SUGGEST.path()).statusCode() == NOT_FOUND) {
      throw new IOException(
          address.text()
              + " cannot search for words; leave them out and filter, as with --package");
    }
  }

  @Override
  public Optional<ObjectNode> record(String name, String version) throws IOException {
    String path =
        Endpoint.PACKAGE_RECORD.path().replace("{name}", name).replace("{version}", version);
    HttpResponse<byte[]> answer = get(path);
    if (answer.statusCode() == NOT_FOUND) {
      return Optional.empty();
    }
    requireGood(answer);
    return Optional.of(RegistryJson.record(answer.body(), what(path)));
  }

  @Override
  public String archive(String name, String version, String download) {
    return download.startsWith("/") ? address.text() + download : download;
  }

  private String what(String path) {
    return "what " + address.text() + " answers to " + path;
  }

  private void requireGood(HttpResponse<byte[]> answer) throws IOException {
    if (answer.statusCode() != OK) {
      String said = new String(answer.body(), UTF_8).strip();
      String line = ShortText.start(said.lines().findFirst().orElse(""), LONGEST_ERROR);
      throw new IOException(
          "%s answers with an error: %d %s"
              .formatted(address.text(), answer.statusCode(), line)
              .stripTrailing());
    }
  }

  /** A limit of the client itself would end with the head of an answer. */
  private HttpResponse<byte[]> get(String target) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(address.resolve(target))
            .header("Accept", "application/json")
            .header("User-Agent", "packhouse/" + Product.version())
            .build();
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(
            request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), limits.bytes()));
    try {
      return answer.get(limits.answer().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw failed("no whole answer within " + limits.answer().toSeconds() + " seconds");
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      throw failed(reason(cause == null ? e : cause));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed("somebody ended the waiting");
    } finally {
      answer.cancel(true);
    }
  }

  private IOException failed(String reason) {
    return new IOException("cannot ask " + address.text() + ": " + reason);
  }

  private String reason(Throwable failure) {
    return switch (failure) {
      case HttpConnectTimeoutException _ ->
          "no connection within " + limits.connection().toSeconds() + " seconds";
      case ConnectException refused ->
          refused.getCause() instanceof UnresolvedAddressException
              ? "nobody knows such a host"
              : "nothing accepts connections there";
      case SSLException untrusted -> "no trusted TLS connection: " + untrusted.getMessage();
      case Throwable other ->
          other.getMessage() == null
              ? other.getClass().getSimpleName()
              : ShortText.start(other.getMessage(), LONGEST_ERROR);
    };
  }

  /** Nobody waits for an answer that was given up. */
  @Override
  public void close() {
    client.shutdownNow();
  }
}
