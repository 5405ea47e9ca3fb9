package dev.packhouse.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhouse.generator.SharedMaterial;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Holds every recorded answer of the reference registry against what {@code /openapi.json} says of
 * it: status, media type and schema, and that the parameters of the request are described.
 */
final class DescribedAnswersIT {
  @ParameterizedTest
  @CsvSource({"features, 1203", "modern, 1206", "production, 4094"})
  void areAllAsDescribed(String corpus, int rows) throws IOException {
    ApiDescription description = new ApiDescription();
    List<String> differences = new ArrayList<>();
    int compared = 0;
    try (BufferedReader lines = SharedMaterial.open("golden/http-" + corpus + ".jsonl.zst")) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode row = JsonMapper.shared().readTree(line);
        if (row.has("status")) {
          compared++;
          description.differences(row).stream()
              .map(difference -> row.get("request").asString() + ": " + difference)
              .forEach(differences::add);
        }
      }
    }

    assertThat(differences).isEmpty();
    assertThat(compared).isEqualTo(rows);
  }

  /** The comparison itself finds what is not described. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"request":"/search?nosuch=1","status":200,"content_type":"application/json","json":[]} | parameter nosuch
          {"request":"/search","status":403,"content_type":"text/plain","text":"no"} | status 403
          {"request":"/search","status":200,"content_type":"text/html","text":"no"} | media type text/html
          {"request":"/categories","status":200,"content_type":"application/json","json":[{"id":"a","title":"A"}]} | count
          {"request":"/categories","status":200,"content_type":"application/json","json":[{"id":"a","title":"A","count":1,"x":1}]} | x
          {"request":"/nosuch","status":200,"content_type":"text/plain","text":"x"} | a path that is not described
          """)
  void wouldFindADifference(String row, String difference) {
    assertThat(new ApiDescription().differences(JsonMapper.shared().readTree(row)))
        .singleElement()
        .asString()
        .contains(difference);
  }

  @Test
  void describesWhatIsRightWithoutADifference() {
    String row =
        """
        {"request":"/categories?prerelease=true&all=x","status":200,\
        "content_type":"application/json","json":[{"id":"a","title":"A","count":1}]}\
        """;
    assertThat(new ApiDescription().differences(JsonMapper.shared().readTree(row))).isEmpty();
  }
}
