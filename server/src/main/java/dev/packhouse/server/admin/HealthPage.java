package dev.packhouse.server.admin;

import dev.packhouse.server.observe.CheckOutcome;
import dev.packhouse.server.observe.Health;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every check, with what is wrong:
 *
 * <pre>{"status": "failed", "checks": [{"name": "index", "status": "failed", "reason": "…"}]}</pre>
 */
record HealthPage(Health health) implements AdminPage.Source {
  private static final JsonMapper JSON = JsonMapper.shared();

  @Override
  public AdminAnswer answer(AdminRequest request) {
    List<CheckOutcome> outcomes = health.outcomes();
    boolean good = outcomes.stream().allMatch(CheckOutcome::isGood);
    ObjectNode root = JSON.createObjectNode().put("status", status(good));
    ArrayNode checks = root.putArray("checks");
    outcomes.forEach(outcome -> put(outcome, checks.addObject()));
    byte[] body = JSON.writeValueAsBytes(root);
    return AdminAnswer.of(good ? 200 : 503, "application/json", body);
  }

  private static void put(CheckOutcome outcome, ObjectNode check) {
    check.put("name", outcome.name()).put("status", status(outcome.isGood()));
    if (!outcome.isGood()) {
      String cause = outcome.cause().map(it -> ": " + it).orElse("");
      check.put("reason", outcome.text() + cause);
    }
  }

  private static String status(boolean good) {
    return good ? "ok" : "failed";
  }
}
