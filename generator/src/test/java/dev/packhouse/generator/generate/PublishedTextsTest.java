package dev.packhouse.generator.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhouse.generator.PackageFixture;
import dev.packhouse.generator.index.TextFields;
import dev.packhouse.generator.model.ArchiveFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.MMapDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PublishedTextsTest {
  @TempDir Path folder;

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

    Path text = generate();

    try (MMapDirectory directory = new MMapDirectory(text);
        DirectoryReader reader = DirectoryReader.open(directory)) {
      assertThat(reader.docFreq(new Term(TextFields.FIELD, "shallow"))).isEqualTo(1);
      assertThat(reader.docFreq(new Term(TextFields.FIELD, "deep"))).isEqualTo(1);
      assertThat(reader.docFreq(new Term(TextFields.FIELD, "deepest"))).isZero();
    }
  }

  private Path generate() throws IOException {
    Path out = folder.resolve("public");
    GenerateOptions options =
        new GenerateOptions(
            List.of(folder.resolve("packages")),
            out,
            EnumSet.of(ArchiveFormat.ZIP),
            ArchiveFormat.ZIP,
            /* replace= */ false,
            /* keepGoing= */ true);
    Generator.run(options, Progress.NONE);
    return out.resolve("generations/000001/text");
  }
}
