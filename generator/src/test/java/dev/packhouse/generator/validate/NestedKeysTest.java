package dev.packhouse.generator.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhouse.generator.model.Place;
import dev.packhouse.generator.model.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class NestedKeysTest {
  @Test
  void makesObjectsOfKeysWithDots() {
    Value nested = NestedKeys.nest(object("a.b.c", text("1"), "a.d", text("2"), "e", text("3")));

    assertThat(SpecValues.json(nested))
        .hasToString("{\"a\":{\"b\":{\"c\":\"1\"},\"d\":\"2\"},\"e\":\"3\"}");
  }

  @Test
  void addsToAnObjectThatStandsBefore() {
    Value nested = NestedKeys.nest(object("a", object("b.c", text("1")), "a.b.d", text("2")));

    assertThat(SpecValues.json(nested)).hasToString("{\"a\":{\"b\":{\"c\":\"1\",\"d\":\"2\"}}}");
  }

  @Test
  void takesTheLastOfSeveralValues() {
    Value nested =
        NestedKeys.nest(
            object(
                "a", text("1"), "a.b", text("2"), "c.d", text("3"), "c", object("e", text("4"))));

    assertThat(SpecValues.json(nested)).hasToString("{\"a\":{\"b\":\"2\"},\"c\":{\"e\":\"4\"}}");
  }

  @Test
  void nestsInLists() {
    Value list = new Value.Sequence(Place.START, List.of(object("a.b", text("1"))));

    assertThat(SpecValues.json(NestedKeys.nest(list))).hasToString("[{\"a\":{\"b\":\"1\"}}]");
  }

  @Test
  void countsTheLevelsThatDotsMake() {
    String hundred = "a.".repeat(99) + "a";
    Value two = object(hundred, object(hundred, text("1")));

    assertThat(NestedKeys.tooDeep(two)).isEmpty();
    assertThat(NestedKeys.tooDeep(object("a", two))).contains(new Place(7, 1));
  }

  private static Value text(String text) {
    return new Value.Text(Place.START, text);
  }

  private static Value object(Object... keysAndValues) {
    Map<String, Value.Entry> entries = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      entries.put(
          (String) keysAndValues[i],
          new Value.Entry(new Place(7, 1), /* keyIsText= */ true, (Value) keysAndValues[i + 1]));
    }
    return new Value.Mapping(Place.START, entries);
  }
}
