package dev.packhouse.generator.index;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class KnownKindsTest {
  @Test
  void saysWhatAProductIsThatANameOrTitleHas() {
    assertThat(KnownKinds.of("okta", "Okta Logs")).contains("identity provider", "single sign on");
    assertThat(KnownKinds.of("corp_waf", "Citrix Web App-Firewall"))
        .contains("web application firewall");
  }

  @Test
  void knowsWholeWordsOfOneTextAlone() {
    assertThat(KnownKinds.of("oktal", "Pokta")).isEmpty();
    assertThat(KnownKinds.of("my_check", "Point of sale")).isEmpty();
    assertThat(KnownKinds.of("", "")).isEmpty();
  }

  @Test
  void saysEachKindOnce() {
    assertThat(KnownKinds.of("rabbitmq", "RabbitMQ and ActiveMQ")).doesNotHaveDuplicates();
  }
}
