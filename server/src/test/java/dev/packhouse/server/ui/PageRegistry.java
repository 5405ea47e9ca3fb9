package dev.packhouse.server.ui;

import dev.packhouse.generator.PackageFixture;
import dev.packhouse.generator.generate.GenerateOptions;
import dev.packhouse.generator.generate.Generator;
import dev.packhouse.generator.generate.Intake;
import dev.packhouse.generator.generate.Progress;
import dev.packhouse.generator.model.ArchiveFormat;
import dev.packhouse.generator.model.Retention;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;

/** Registries with pages. */
final class PageRegistry {
  /** Sets a variable wherever it is run. */
  private static final String SCRIPT = "window.ran=1";

  private PageRegistry() {}

  /** Publishes the packages below some folders. */
  static Path generate(Path out, Path... roots) throws IOException {
    Generator.run(
        new GenerateOptions(
            List.of(roots),
            out,
            EnumSet.allOf(ArchiveFormat.class),
            ArchiveFormat.ZIP,
            /* replace= */ true,
            /* keepGoing= */ true,
            new Intake(/* validated= */ false, /* signed= */ false, 2, /* caching= */ true),
            Retention.usual()),
        Progress.NONE);
    return out;
  }

  /** Writes many packages, more than stand on a page. */
  static Path many(Path root, int count) throws IOException {
    for (int number = 0; number < count; number++) {
      String name = "crate_" + number;
      PackageFixture.of(name, "1.0." + number)
          .manifest("type: integration\ncategories: [security, network]\n")
          .manifest("owner: {github: dock/crates, type: community}\n")
          .file("img/icon.svg", icon(""))
          .manifest(
              "icons: [{src: /img/icon.svg, title: A crate, size: 32x32, type: image/svg+xml}]\n")
          .folder(root);
    }
    return root;
  }

  /** Writes packages that a search leaves out unless it asks for them. */
  static Path early(Path root) throws IOException {
    PackageFixture.of("seedling", "1.0.0")
        .manifest("type: integration\nrelease: experimental\n")
        .folder(root);
    PackageFixture.of("sprout", "2.0.0-rc.1").manifest("type: integration\n").folder(root);
    return root;
  }

  /** Writes a package whose fields and variables have names of all lengths. */
  static Path wordy(Path root) throws IOException {
    PackageFixture.of("wordy", "1.0.0")
        .manifest("type: integration\nrelease: experimental\n")
        .manifest("conditions: {kibana: {version: ^7.16.0 || ^8.0.0 || ^9.0.0}}\n")
        .file(
            "data_stream/log/manifest.yml",
            """
            title: Log
            type: logs
            streams:
              - input: logfile
                title: Logs
                description: From files.
                vars:
                  - {name: preserve_original_event, type: bool, title: Original, default: false}
                  - {name: paths, type: text, title: Paths, default: [/var/log/wordy/access.log*]}
                  - {name: %s, type: text, title: Long, default: %s}
            """
                .formatted("v".repeat(5_000), "d".repeat(5_000)))
        .file(
            "data_stream/log/fields/fields.yml",
            """
            - {name: '@timestamp', type: date, description: When it was. %1$s}
            - {name: cloud.instance.id, type: constant_keyword, description: Which machine.}
            - {name: wordy.user.session.context.issuer.principal_identifier, type: keyword}
            - {name: %2$s, type: %2$s, description: %2$s}
            """
                .formatted("It is said at length. ".repeat(9), "n".repeat(5_000)))
        .folder(root);
    return root;
  }

  /** Writes packages whose authors would like to run something in the pages. */
  static Path hostile(Path root) throws IOException {
    String markup = "<img src=x onerror=" + SCRIPT + "><script>" + SCRIPT + "</script>'\\\"`${1+1}";
    PackageFixture.of("hostile", "1.0.0")
        .without("docs/README.md")
        .file("docs/README.md", hostileReadme())
        .file("img/icon.svg", icon("<script>" + SCRIPT + "</script>"))
        .file("img/a'\"><img src=x>.svg", icon("<script>" + SCRIPT + "</script>"))
        .file(
            "changelog.yml",
            """
            - version: '1.0.0 %1$s'
              changes:
                - description: '%1$s'
                  type: 'enhancement %1$s'
                  link: 'javascript:window.ran=1'
            """
                .formatted(markup.replace("'", "''")))
        .without("manifest.yml")
        .file(
            "manifest.yml",
            """
            format_version: 3.0.0
            name: hostile
            version: 1.0.0
            title: '%1$s title'
            description: '%1$s description'
            type: integration
            owner: {github: '%1$s', type: '%1$s'}
            source: {license: '%1$s'}
            categories: ['%1$s', security]
            conditions: {elastic: {subscription: '%1$s'}}
            icons:
              - {src: /img/icon.svg, title: '%1$s', size: '%1$s', type: image/svg+xml}
            screenshots:
              - {src: "/img/a'\\"><img src=x>.svg", title: '%1$s', size: 1x1, type: image/svg+xml}
              - {src: 'javascript:window.ran=1', title: x, size: 1x1, type: image/png}
            vars:
              - {name: '%1$s', type: '%1$s', title: '%1$s', description: '%1$s', default: '%1$s'}
            policy_templates:
              - name: '%1$s'
                title: '%1$s'
                description: '%1$s'
                inputs:
                  - {type: '%1$s', title: '%1$s', description: '%1$s'}
            """
                .formatted(markup.replace("'", "''")))
        .folder(root);
    PackageFixture.of("endless", "1.0.0")
        .without("docs/README.md")
        .file("docs/README.md", "<b>*long* ".repeat(5 << 20 >> 3))
        .folder(root);
    PackageFixture.of("tangled", "1.0.0")
        .without("docs/README.md")
        .file("docs/README.md", "> ".repeat(200_000) + "\n\n[[[[" + "*a **b ".repeat(50_000))
        .folder(root);
    return root;
  }

  private static String hostileReadme() {
    return """
    # A title <script>window.ran=1</script>

    <img src=x onerror="window.ran=1">
    <svg onload="window.ran=1"><script>window.ran=1</script></svg>
    <iframe srcdoc="<script>parent.ran=1</script>"></iframe>
    <a id="link" href="javascript:window.ran=1">press</a>
    [press](javascript:window.ran=1)
    <style>body{display:none}</style>
    <base href="https://example.org/">
    <form id="trap" action="https://example.org/"><button>send</button></form>
    <details open ontoggle="window.ran=1">x</details>
    ![outside](https://example.org/pixel.png)
    ![inside](../img/icon.svg)
    <h2 id="content">x</h2></div></div></main><script src="../assets/none.js"></script>

    <noscript><p title="</noscript><img src=x onerror=window.ran=1>">
    """;
  }

  private static String icon(String more) {
    return """
    <svg xmlns="http://www.w3.org/2000/svg" width="32" height="32" onload="window.ran=1">%s<rect \
    width="32" height="32" fill="#357"/></svg>
    """
        .formatted(more);
  }
}
