package dev.packhouse.server;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.packhouse.generator.index.IndexFields;
import dev.packhouse.generator.index.TextAnalyzer;
import dev.packhouse.generator.index.TextFields;
import java.util.Collection;
import java.util.Map;

/** The folders show the flow of the data, and this test keeps it so. */
@AnalyzeClasses(
    packages = "dev.packhouse.server",
    importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
  private static final String ROOT = "dev.packhouse.server.";
  private static final String GENERATOR = "dev.packhouse.generator";

  private static final DescribedPredicate<JavaClass> SEVERAL_VALUES =
      assignableTo(Collection.class)
          .or(assignableTo(Map.class))
          .or(DescribedPredicate.describe("an array", JavaClass::isArray));

  /** The other rules say nothing about classes that were not found. */
  @ArchTest
  static void looksAtTheWholeModule(JavaClasses classes) {
    assertThat(classes.size()).isGreaterThan(200);
  }

  @ArchTest
  static final ArchRule REQUESTS_FLOW_FROM_SERVE_THROUGH_QUERY_TO_SEARCH =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("cli")
          .definedBy(ROOT + "cli..")
          .layer("config")
          .definedBy(ROOT + "config..")
          .layer("serve")
          .definedBy(ROOT + "serve..")
          .layer("log")
          .definedBy(ROOT + "log..")
          .layer("admin")
          .definedBy(ROOT + "admin..")
          .layer("observe")
          .definedBy(ROOT + "observe..")
          .layer("client")
          .definedBy(ROOT + "client..")
          .layer("search")
          .definedBy(ROOT + "search..")
          .layer("query")
          .definedBy(ROOT + "query..")
          .whereLayer("cli")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("config")
          .mayOnlyBeAccessedByLayers("serve", "admin", "log", "cli")
          .whereLayer("log")
          .mayOnlyBeAccessedByLayers("cli")
          .whereLayer("serve")
          .mayOnlyBeAccessedByLayers("cli")
          .whereLayer("admin")
          .mayOnlyBeAccessedByLayers("cli")
          .whereLayer("observe")
          .mayOnlyBeAccessedByLayers("serve", "admin", "cli")
          .whereLayer("search")
          .mayOnlyBeAccessedByLayers("serve", "client", "cli")
          .whereLayer("client")
          .mayOnlyBeAccessedByLayers("cli")
          .whereLayer("query")
          .mayOnlyBeAccessedByLayers("search", "serve", "client");

  /**
   * Memory does not grow with the packages: the index holds them, and its pages are the system's.
   * It has the same few files however many packages there are.
   */
  @ArchTest
  static final ArchRule ONLY_ONE_REQUEST_AT_A_TIME_COLLECTS =
      fields()
          .that()
          .areDeclaredInClassesThat()
          .resideInAPackage(ROOT + "search")
          .and()
          .areDeclaredInClassesThat(
              not(
                  nameMatching(
                      ".*\\.(AnswerDigest|ChosenRecords|CategoryCounts|CategoryFilter|CategoryTally|FacetTally.*|Facets|Guesses"
                          + "|Highlights|CutRecords|IndexFiles|PackageCategoriesReader|RankedNames|Ranking|RecordBatch|RecordCut"
                          + "|TextAnalysis|TextQuery|Typed|WordQueries)")))
          .and(
              DescribedPredicate.describe(
                  "are written in the source",
                  field -> !field.getModifiers().toString().contains("SYNTHETIC")))
          .should()
          .notHaveRawType(SEVERAL_VALUES);

  @ArchTest
  static final ArchRule NO_PACKAGE_IS_HELD_BY_THE_SITE =
      noClasses()
          .that()
          .resideInAPackage(ROOT + "serve")
          .should()
          .dependOnClassesThat(
              resideInAPackage(GENERATOR + ".model..")
                  .and(nameMatching(".*\\.(RegistryPackage|ShortRecord|Indexed[A-Za-z]+)")));

  @ArchTest
  static final ArchRule HELIDON_STAYS_WHERE_HTTP_IS_SPOKEN =
      noClasses()
          .that()
          .resideOutsideOfPackages(ROOT + "serve", ROOT + "admin")
          .and()
          // The logging of the libraries is set up before any of them runs.
          .doNotHaveSimpleName("LibraryLogging")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.helidon..");

  /** Where nobody asked for metrics, none of its classes is loaded. */
  @ArchTest
  static final ArchRule PROMETHEUS_STAYS_IN_OBSERVE =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + "observe")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.prometheus..");

  @ArchTest
  static final ArchRule LUCENE_STAYS_IN_SEARCH =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + "search")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.lucene..");

  @ArchTest
  static final ArchRule LOGBACK_STAYS_IN_LOG =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + "log")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "ch.qos.logback..", "net.logstash..", "co.elastic.logging..", "org.slf4j.bridge..");

  /** Everything else speaks through {@link System.Logger} or through the package log. */
  @ArchTest
  static final ArchRule SLF4J_IS_FOR_LINES_WITH_FIELDS =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + "log")
          .and()
          .doNotHaveSimpleName("AccessLog")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.slf4j..");

  @ArchTest
  static final ArchRule ELASTIC_APM_STAYS_IN_OBSERVE =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + "observe")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("co.elastic.apm..");

  @ArchTest
  static final ArchRule YAML_STAYS_IN_CONFIG =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + "config")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.yaml..");

  @ArchTest
  static final ArchRule COMMAND_LINES_STAY_IN_CLI =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + "cli")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("picocli..");

  @ArchTest
  static final ArchRule SERVING_KNOWS_ONLY_THE_MODEL_THE_INTERFACE_AND_THE_FIELDS_OF_THE_INDEX =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + "cli")
          .should()
          .dependOnClassesThat(
              resideInAPackage(GENERATOR + "..")
                  .and(not(resideInAPackage(GENERATOR + ".model")))
                  .and(not(resideInAPackage(GENERATOR + ".api")))
                  .and(
                      not(
                          belongTo(
                              assignableTo(IndexFields.class)
                                  .or(assignableTo(TextFields.class))
                                  .or(assignableTo(TextAnalyzer.class))))));

  @ArchTest
  static final ArchRule REQUESTS_ARE_NOT_SERIALISED_FROM_OBJECTS =
      classes()
          .that()
          .resideInAPackage(ROOT + "serve")
          .should()
          .onlyDependOnClassesThat(not(resideInAPackage("tools.jackson.databind..")));
}
