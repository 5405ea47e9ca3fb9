package dev.packhouse.generator;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.charset.Charset;
import java.time.ZoneId;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.TimeZone;

/** The folders show the flow of the data, and this test keeps it so. */
@AnalyzeClasses(
    packages = "dev.packhouse.generator",
    importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
  private static final String ROOT = "dev.packhouse.generator.";

  /** The other rules say nothing about classes that were not found. */
  @ArchTest
  static void looksAtTheWholeModule(JavaClasses classes) {
    assertThat(classes.size()).isGreaterThan(120);
  }

  @ArchTest
  static final ArchRule STAGES_KNOW_ONLY_THE_MODEL =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("cli")
          .definedBy(ROOT + "cli..")
          .layer("generate")
          .definedBy(ROOT + "generate..")
          .layer("read")
          .definedBy(ROOT + "read..")
          .layer("validate")
          .definedBy(ROOT + "validate..")
          .layer("emit")
          .definedBy(ROOT + "emit..")
          .layer("index")
          .definedBy(ROOT + "index..")
          .layer("describe")
          .definedBy(ROOT + "describe..")
          .layer("feed")
          .definedBy(ROOT + "feed..")
          .layer("ui")
          .definedBy(ROOT + "ui..")
          .layer("excuse")
          .definedBy(ROOT + "excuse..")
          .layer("init")
          .definedBy(ROOT + "init..")
          .layer("page")
          .definedBy(ROOT + "page..")
          .layer("spec")
          .definedBy(ROOT + "spec..")
          .layer("api")
          .definedBy(ROOT + "api..")
          .layer("markdown")
          .definedBy(ROOT + "markdown..")
          .layer("model")
          .definedBy(ROOT + "model..")
          .whereLayer("cli")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("generate")
          .mayOnlyBeAccessedByLayers("cli")
          .whereLayer("read")
          .mayOnlyBeAccessedByLayers("generate")
          .whereLayer("validate")
          .mayOnlyBeAccessedByLayers("generate")
          // The report of a run says what emit published.
          .whereLayer("emit")
          .mayOnlyBeAccessedByLayers("generate", "cli")
          .whereLayer("index")
          .mayOnlyBeAccessedByLayers("generate")
          .whereLayer("describe")
          .mayOnlyBeAccessedByLayers("generate", "index", "feed", "ui")
          .whereLayer("feed")
          .mayOnlyBeAccessedByLayers("generate")
          .whereLayer("ui")
          .mayOnlyBeAccessedByLayers("generate")
          // The report of a run says what was excused.
          .whereLayer("excuse")
          .mayOnlyBeAccessedByLayers("generate", "cli")
          .whereLayer("init")
          .mayOnlyBeAccessedByLayers("cli")
          .whereLayer("page")
          .mayOnlyBeAccessedByLayers("generate", "cli")
          .whereLayer("spec")
          .mayOnlyBeAccessedByLayers("validate", "init")
          // Like the model, it is a table; those who write files and pages of it are named here.
          .whereLayer("api")
          .mayOnlyBeAccessedByLayers("emit", "ui")
          .whereLayer("markdown")
          .mayOnlyBeAccessedByLayers("validate", "index", "ui");

  @ArchTest
  static final ArchRule RULES_DO_NOT_KNOW_WHO_CALLS_THEM =
      noClasses()
          .that()
          .resideInAnyPackage(ROOT + "validate.rule", ROOT + "validate.registry")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(ROOT + "validate");

  @ArchTest
  static final ArchRule YAML_STAYS_IN_READ =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + "read")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.yaml..");

  /** A parser made elsewhere has no bounds. */
  @ArchTest
  static final ArchRule MARKDOWN_IS_READ_WITHIN_BOUNDS =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + "markdown")
          .should()
          .accessTargetWhere(to(org.commonmark.parser.Parser.class, "builder"));

  @ArchTest
  static final ArchRule JSON_SCHEMA_STAYS_IN_SPEC =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + "spec")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.networknt..");

  @ArchTest
  static final ArchRule LUCENE_STAYS_IN_INDEX =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + "index")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.lucene..");

  @ArchTest
  static final ArchRule PAGES_ARE_WRITTEN_IN_UI =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + "ui")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("gg.jte..", "org.owasp..");

  @ArchTest
  static final ArchRule COMMAND_LINES_STAY_IN_CLI =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + "cli")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("picocli..", "me.tongfei..");

  @ArchTest
  static final ArchRule THE_MODEL_OPENS_NO_FILES_AND_NO_CONNECTIONS =
      noClasses()
          .that()
          .resideInAPackage(ROOT + "model")
          .should()
          .dependOnClassesThat()
          .haveNameMatching("java\\.nio\\.file\\.Files|java\\.io\\.(File|RandomAccessFile).*")
          .orShould()
          .dependOnClassesThat()
          .resideInAnyPackage("java.net..", "java.nio.channels..");

  @ArchTest
  static final ArchRule NOTHING_READS_THE_CLOCK =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.time.Clock")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.util.Date")
          .orShould()
          .accessTargetWhere(
              to(System.class, "currentTimeMillis|nanoTime").or(to(TemporalAccessor.class, "now")));

  @ArchTest
  static final ArchRule NOTHING_DEPENDS_ON_WHERE_IT_RUNS =
      noClasses()
          .should()
          .accessTargetWhere(
              to(Locale.class, "getDefault")
                  .or(to(ZoneId.class, "systemDefault"))
                  .or(to(TimeZone.class, "getDefault"))
                  .or(to(Charset.class, "defaultCharset"))
                  .or(to(String.class, "toLowerCase|toUpperCase").and(without(Locale.class)))
                  .or(to(String.class, "format").and(without(Locale.class))));

  @ArchTest
  static final ArchRule RULES_HAVE_ONE_CLASS_EACH =
      classes()
          .that()
          .implement(ROOT + "validate.registry.Rule")
          .or()
          .implement(ROOT + "validate.rule.SpecRule")
          .should()
          .haveSimpleNameEndingWith("Rule")
          .andShould()
          .bePackagePrivate();

  private static DescribedPredicate<JavaAccess<?>> to(Class<?> type, String names) {
    return DescribedPredicate.<JavaAccess<?>>and(
        target(owner(assignableTo(type))), target(nameMatching(names)));
  }

  private static DescribedPredicate<JavaAccess<?>> without(Class<?> parameter) {
    return describe(
        "without " + parameter.getSimpleName(),
        access ->
            access.getTarget() instanceof CodeUnitAccessTarget method
                && method.getRawParameterTypes().stream()
                    .noneMatch(type -> type.isEquivalentTo(parameter)));
  }
}
