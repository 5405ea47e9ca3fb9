package dev.packhouse.server.serve;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks a site in memory and looks into what it answers. */
final class SiteClient {
  private SiteClient() {}

  static Answer get(RegistrySite site, String target) throws IOException {
    return ask(site, "GET", target, Map.of());
  }

  static Answer get(RegistrySite site, String target, Map<String, String> headers)
      throws IOException {
    return ask(site, "GET", target, headers);
  }

  static Answer ask(RegistrySite site, String method, String target, Map<String, String> headers)
      throws IOException {
    int question = target.indexOf('?');
    String path = question < 0 ? target : target.substring(0, question);
    String query = question < 0 ? "" : target.substring(question + 1);
    Request request =
        new Request(method, path, query, name -> Optional.ofNullable(headers.get(name)));
    return site.answer(site.route(request), request);
  }

  static byte[] bytes(Answer answer) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ChunkedOutput chunks = new ChunkedOutput(out, answer.body().length())) {
      answer.body().writeTo(chunks);
    }
    return out.toByteArray();
  }

  static String text(Answer answer) throws IOException {
    return new String(bytes(answer), UTF_8);
  }

  static List<String> headers(Answer answer, String name) {
    return answer.headers().stream()
        .filter(header -> header.name().equals(name))
        .map(Header::value)
        .toList();
  }

  static String header(Answer answer, String name) {
    return String.join(" | ", headers(answer, name));
  }
}
