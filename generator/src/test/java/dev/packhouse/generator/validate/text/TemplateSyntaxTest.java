package dev.packhouse.generator.validate.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhouse.generator.model.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TemplateSyntaxTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no braces { at all }",
        "{{name}} {{{ name }}} {{& name}} {{~name~}}",
        "{{a.b.[c d]/e}} {{../a}} {{../../a}} {{this.a}} {{.}} {{@index}} {{@../index}}",
        "{{helper 1 -2.5 1e3 true \"a \\\" b\" 'c' (other x y=z) key=value other=(f)}}",
        "{{\"a b\"}} {{12}} {{true}}",
        "{{#if a}}x{{/if}}",
        "{{#if a}}x{{else}}y{{/if}}",
        "{{#if a}}x{{^}}y{{/if}}",
        "{{#if a}}x{{else if b}}y{{else if c}}z{{else}}u{{/if}}",
        "{{^a}}x{{else}}y{{/a}}",
        "{{#each a as |value key|}}{{value}}{{/each}}",
        "{{#[a b]}}x{{/[a b]}}{{#a.b}}x{{/ a.b }}",
        "{{#@a}}x{{/@a}}{{#\"a\"}}x{{/a}}{{#1.0}}x{{/1}}",
        "{{! a comment with }} {{!-- one with }} in it --}} {{!}} {{!--}}",
        "\\{{ no expression \\\\{{name}}",
        "{{> partial}} {{> (choose x) y z=1}}",
        "{{{{raw}}}} {{ what {{{{/raw}}}}",
        "{{#a}}{{#b}}x{{/b}}{{/a}}",
        "{{a\n  b\n}}",
      })
  void acceptsATemplate(String template) {
    assertThat(TemplateSyntax.problem(template)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{name",
        "{{}}",
        "{{name}",
        "{{name}}}",
        "{{{name}}",
        "{{a b= }}",
        "{{a b=c d}}",
        "{{a.|}}",
        "{{a/../b}}",
        "{{a.this}}",
        "{{ #if a}}x{{/if}}",
        "{{#if a}}x",
        "{{#if a}}x{{/each}}",
        "{{#a}}{{#b}}x{{/a}}{{/b}}",
        "x{{/if}}",
        "{{else}}",
        "{{elsewhere}}",
        "{{#if a}}x{{else}}y{{else}}z{{/if}}",
        "{{^a}}x{{else if b}}y{{/a}}",
        "{{#each a as ||}}x{{/each}}",
        "{{a as |b|}}",
        "{{a \"b}}",
        "{{a 'b\nc'}}",
        "{{[a}}",
        "{{a 12x}}",
        "{{a 0x1F}}",
        "{{a 1e999}}",
        "{{a (b}}",
        "{{a b)}}",
        "{{(a)}}",
        "{{a & b}}",
        "{{#*inline \"a\"}}{{/inline}}",
        "{{! no end",
        "{{!-- no end }}",
        "{{{{raw}}}}",
        "{{{{raw}}}}{{{{/raw}}}}",
        "{{{{raw}}}} x {{{{/other}}}}",
        "{{> }}",
      })
  void refusesWhatIsNone(String template) {
    assertThat(TemplateSyntax.problem(template)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r", "\r\n"})
  void saysWhereABlockWasOpenedThatIsNotClosed(String end) {
    TemplateSyntax.Problem problem =
        TemplateSyntax.problem("a\n{{#if a}}\n{{#each b}}\n{{/each}}\n".replace("\n", end))
            .orElseThrow();

    assertThat(problem.place()).isEqualTo(new Place(2, 1));
    assertThat(problem.problem()).isEqualTo("The block if is not closed");
  }

  @Test
  void saysWhichBlockIsOpenWhereAnotherOneEnds() {
    TemplateSyntax.Problem problem =
        TemplateSyntax.problem("{{#if a}}\n  x {{/each}}\n").orElseThrow();

    assertThat(problem.place()).isEqualTo(new Place(2, 5));
    assertThat(problem.problem())
        .isEqualTo("The end of each stands where the block if of line 1 is open");
  }

  @Test
  void endsWhereCallsAreNestedWithoutMeasure() {
    assertThat(TemplateSyntax.problem("{{a " + "(b ".repeat(100_000))).isPresent();
  }

  @Test
  void readsBlocksThatAreNestedDeeply() {
    String template = "{{#a}}".repeat(50_000) + "{{/a}}".repeat(50_000);

    assertThat(TemplateSyntax.problem(template)).isEmpty();
  }
}
