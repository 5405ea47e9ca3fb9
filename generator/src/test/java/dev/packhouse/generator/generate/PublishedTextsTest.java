package dev.packhouse.generator.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhouse.generator.PackageFixture;
import dev.packhouse.generator.index.TextFields;
import dev.packhouse.generator.model.ArchiveFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.MMapDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PublishedTextsTest {
  @TempDir Path folder;

  /** By its clock all files are old enough to be known by their times. */
  private final KnownPackages known =
      KnownPackages.begin(() -> Instant.now().plus(Duration.ofHours(1)));

  @Test
  void haveNoFieldWhoseNameWithItsGroupsIsLongerThanAThousandCharacters() throws IOException {
    String group = "g".repeat(400);
    PackageFixture.of("nested", "1.0.0")
        .manifest("type: input\n")
        .file(
            "fields/fields.yml",
            """
            - name: %s
              type: group
              fields:
                - name: shallow
                  type: keyword
                - name: %s
                  type: group
                  fields:
                    - name: deep
                      type: keyword
                    - name: %s
                      type: group
                      fields:
                        - name: deepest
                          type: keyword
            """
                .formatted(group, group, group))
        .folder(folder.resolve("packages"));

    generate(false);

    try (MMapDirectory directory = new MMapDirectory(text("000001"));
        DirectoryReader reader = DirectoryReader.open(directory)) {
      assertThat(reader.docFreq(new Term(TextFields.FIELD, "shallow"))).isEqualTo(1);
      assertThat(reader.docFreq(new Term(TextFields.FIELD, "deep"))).isEqualTo(1);
      assertThat(reader.docFreq(new Term(TextFields.FIELD, "deepest"))).isZero();
    }
  }

  @Test
  void areThoseOfTheNewestVersionWhicheverWasThereBefore() throws Exception {
    fruit("changed", "1.0.0", "apples");
    fruit("same", "1.0.0", "pears");
    fruit("younger", "1.0.0", "plums");
    fruit("older", "1.0.0", "cherries");
    Path newest = fruit("older", "1.1.0", "quinces");
    generate(false);
    assertThat(names("000001", "quince")).containsExactly("older");

    fruit("changed", "1.0.0", "oranges");
    fruit("younger", "1.1.0", "lemons");
    fruit("new", "1.0.0", "grapes");
    Files.move(newest, folder.resolve("gone"));
    // Whoever reads it again finds nothing: it is only of "same" that nothing need be read.
    Files.delete(folder.resolve("public/package/same/1.0.0/docs/README.md"));
    generate(true);

    assertThat(names("000002", "orange")).containsExactly("changed");
    assertThat(names("000002", "pear")).containsExactly("same");
    assertThat(names("000002", "lemon")).containsExactly("younger");
    assertThat(names("000002", "cherry")).containsExactly("older");
    assertThat(names("000002", "grape")).containsExactly("new");
    for (String gone : List.of("apple", "plum", "quince")) {
      assertThat(names("000002", gone)).as(gone).isEmpty();
    }
  }

  private Path fruit(String name, String version, String readme) throws IOException {
    return PackageFixture.of(name, version)
        .file("docs/README.md", readme)
        .folder(folder.resolve("packages"));
  }

  /** The packages whose texts have a word, in the order of the index. */
  private List<String> names(String generation, String word) throws IOException {
    List<String> names = new ArrayList<>();
    try (MMapDirectory directory = new MMapDirectory(text(generation));
        DirectoryReader reader = DirectoryReader.open(directory)) {
      LeafReader segment = reader.leaves().getFirst().reader();
      SortedDocValues ids = segment.getSortedDocValues(TextFields.ID);
      PostingsEnum found = segment.postings(new Term(TextFields.WORD, word));
      while (found != null && found.nextDoc() != PostingsEnum.NO_MORE_DOCS) {
        ids.advanceExact(found.docID());
        names.add(ids.lookupOrd(ids.ordValue()).utf8ToString());
      }
    }
    return names;
  }

  private Path text(String generation) {
    return folder.resolve("public/generations").resolve(generation).resolve("text");
  }

  private void generate(boolean replace) throws IOException {
    GenerateOptions options =
        new GenerateOptions(
            List.of(folder.resolve("packages")),
            folder.resolve("public"),
            EnumSet.of(ArchiveFormat.ZIP),
            ArchiveFormat.ZIP,
            replace,
            /* keepGoing= */ true);
    Generator.run(options, Progress.NONE, known);
  }
}
