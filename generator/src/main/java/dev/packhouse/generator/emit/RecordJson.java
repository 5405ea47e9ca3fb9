package dev.packhouse.generator.emit;

import dev.packhouse.generator.model.Decimals;
import dev.packhouse.generator.model.RecordKey;
import dev.packhouse.generator.model.RecordShape;
import dev.packhouse.generator.model.ShortRecord;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.DoubleNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes a record as its shape says: which keys, in which order, and which are left out. */
final class RecordJson {
  private static final String IN_PARTS = "policy_templates";

  /** Clients that decode each chunk of a body by itself break characters beyond ASCII. */
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), bytes);

  /** Where the parts of a short record begin and end; empty until its policy templates come. */
  private final List<Integer> cuts = new ArrayList<>();

  private RecordJson() {}

  static byte[] write(ObjectNode record, RecordShape shape) {
    RecordJson writer = new RecordJson();
    writer.object(record, shape);
    writer.json.close();
    return writer.bytes.toByteArray();
  }

  /** The same, cut before and behind each policy template. */
  static ShortRecord writeInParts(ObjectNode record, RecordShape shape) {
    RecordJson writer = new RecordJson();
    writer.json.writeStartObject();
    for (RecordKey key : shape.keys()) {
      if (key.name().equals(IN_PARTS)
          && key.kind() instanceof RecordKey.Kind.Many(RecordShape template)
          && record.get(IN_PARTS) instanceof ArrayNode templates
          && !templates.isEmpty()) {
        writer.cutTemplates(templates, template);
      } else {
        writer.key(record, key);
      }
    }
    writer.json.writeEndObject();
    writer.json.close();
    return parts(writer.bytes.toByteArray(), writer.cuts);
  }

  private void cutTemplates(ArrayNode templates, RecordShape shape) {
    json.writeName(IN_PARTS);
    json.writeStartArray();
    cut();
    for (JsonNode template : templates) {
      object((ObjectNode) template, shape);
      cut();
    }
    json.writeEndArray();
  }

  private void cut() {
    json.flush();
    cuts.add(bytes.size());
  }

  private static ShortRecord parts(byte[] all, List<Integer> cuts) {
    if (cuts.isEmpty()) {
      return new ShortRecord(all, List.of(), new byte[0]);
    }
    List<byte[]> templates = new ArrayList<>();
    for (int at = 1; at < cuts.size(); at++) {
      // Each but the first begins with the comma that divides it from the one before.
      int start = cuts.get(at - 1) + (at == 1 ? 0 : 1);
      templates.add(Arrays.copyOfRange(all, start, cuts.get(at)));
    }
    return new ShortRecord(
        Arrays.copyOf(all, cuts.getFirst()),
        templates,
        Arrays.copyOfRange(all, cuts.getLast(), all.length));
  }

  private void object(ObjectNode object, RecordShape shape) {
    json.writeStartObject();
    shape.keys().forEach(key -> key(object, key));
    json.writeEndObject();
  }

  private void key(ObjectNode object, RecordKey key) {
    JsonNode value = object.get(key.name());
    if (!isWritten(value, key)) {
      return;
    }
    json.writeName(key.name());
    if (value == null) {
      writeMissing(key);
      return;
    }
    switch (key.kind()) {
      case RecordKey.Kind.One(RecordShape shape) -> object((ObjectNode) value, shape);
      case RecordKey.Kind.Many(RecordShape shape) -> {
        json.writeStartArray();
        value.forEach(item -> object((ObjectNode) item, shape));
        json.writeEndArray();
      }
      case RecordKey.Kind.Text _,
          RecordKey.Kind.Flag _,
          RecordKey.Kind.Count _,
          RecordKey.Kind.Anything _,
          RecordKey.Kind.AnyObject _,
          RecordKey.Kind.Texts _ ->
          free(value);
    }
  }

  private static boolean isWritten(JsonNode value, RecordKey key) {
    return switch (key.presence()) {
      case ALWAYS -> true;
      case GIVEN -> value != null;
      case TRUE -> value != null && value.asBoolean();
      case FILLED ->
          value != null && (value.isString() ? !value.asString().isEmpty() : !value.isEmpty());
      case NOT_HOLLOW ->
          value instanceof ObjectNode object
              && object.valueStream().anyMatch(item -> !item.isEmpty());
    };
  }

  private void writeMissing(RecordKey key) {
    if (key.kind() instanceof RecordKey.Kind.Flag) {
      json.writeBoolean(false);
    } else {
      json.writeString("");
    }
  }

  private void free(JsonNode value) {
    switch (value) {
      case ObjectNode object -> {
        json.writeStartObject();
        object.forEachEntry(
            (name, item) -> {
              json.writeName(name);
              free(item);
            });
        json.writeEndObject();
      }
      case ArrayNode array -> {
        json.writeStartArray();
        array.forEach(this::free);
        json.writeEndArray();
      }
      case DoubleNode number -> json.writeNumber(Decimals.json(number.doubleValue()));
      case JsonNode scalar -> scalar(scalar);
    }
  }

  private void scalar(JsonNode value) {
    if (value.isString()) {
      json.writeString(value.asString());
    } else if (value.isBoolean()) {
      json.writeBoolean(value.asBoolean());
    } else if (value.isNumber()) {
      json.writeNumber(value.bigIntegerValue());
    } else {
      json.writeNull();
    }
  }
}
