package dev.packhouse.server.config;

import dev.packhouse.server.config.EprSetting.Fate;
import dev.packhouse.server.config.EprSetting.Fate.Elsewhere;
import dev.packhouse.server.config.EprSetting.Fate.Honoured;
import dev.packhouse.server.config.EprSetting.Fate.Refused;
import dev.packhouse.server.config.EprSetting.Fate.Unused;
import dev.packhouse.server.config.ValueType.Arity;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The table of everything that can be set for EPR 1.40.1 by flags and variables. What is done about
 * each, and {@code docs/deploy/epr-settings.md}, are made from it.
 */
public final class EprSettings {
  static final String PREFIX = "EPR_";

  private static final String WAY_OUT =
      ", so most packages would be missing; leave it out, and mount packages or a generated"
          + " registry";

  private static final Fate NO_STORAGE =
      new Refused("Packhouse reads no Package Storage" + WAY_OUT);

  private static final Fate OF_STORAGE = new Unused("no Package Storage is read");

  private static final Fate OF_SQL = new Unused("there is no SQL index, and nothing to tune in it");

  private static final Fate OF_PROXY = new Unused("there is no proxy mode that would use it");

  private static final Fate OF_AGENT =
      new Elsewhere("Read by the agent, which is attached where `ELASTIC_APM_SERVER_URL` is set.");

  /** Those with a flag first. */
  public static final List<EprSetting> ALL =
      List.of(
          honoured(ServeOptions.ADDRESS, ""),
          honoured(
              ServeOptions.CONFIG,
              "No file is read unless it is named; EPR reads `config.yml` in the working folder."),
          honoured(
              ServeOptions.TLS_CERT,
              "Without a key it is a mistake, where EPR serves plain HTTP without a word."),
          honoured(ServeOptions.TLS_KEY, "The same without a certificate."),
          honoured(
              ServeOptions.TLS_MIN_VERSION,
              "`1.1` is taken for `1.2`, with a warning: Java does not speak it any more."),
          honoured(ServeOptions.LOG_LEVEL, "`dpanic`, `panic` and `fatal` are taken for `error`."),
          honoured(
              ServeOptions.LOG_TYPE,
              "`dev` is taken for `text`, which is the default here; EPR's is `ecs`."),
          honoured(ServeOptions.METRICS_ADDRESS, ""),
          honoured(
              ServeOptions.HTTPPROF,
              "`:6060` listens on this machine alone, and what is answered is not Go's."),
          honoured(
              ServeOptions.DRY_RUN,
              "Ends with 1 where a package is left out, or where there is none."),
          honoured(
              ServeOptions.DISABLE_PACKAGE_VALIDATION,
              "What has no name, version or readable manifest, or leads out of its folder, stays"
                  + " out."),
          honoured(
              ServeOptions.REQUIRE_PACKAGE_SIGNATURES,
              "The default is `false` here and `true` there: packages that somebody builds and"
                  + " mounts have no signatures. A package without one is left out, where EPR does"
                  + " not start. A folder never has one, whatever lies beside it, because a"
                  + " signature is over the bytes of a zip."),
          honoured(ServeOptions.PACKAGE_PATHS_ENABLE_WATCHER, ""),
          honoured(ServeOptions.PACKAGE_PATHS_WORKERS, ""),
          honoured(ServeOptions.ALLOW_UNKNOWN_QUERY_PARAMETERS, ""),
          flag(
              "--version",
              Arity.SWITCH,
              new Elsewhere("The flag prints Packhouse's version. The variable has no effect.")),
          flag(
              "--feature-proxy-mode",
              Arity.SWITCH,
              new Refused(
                  "Packhouse cannot pass on the packages of another registry yet" + WAY_OUT)),
          flag("--proxy-to", Arity.ONE, OF_PROXY),
          flag("--proxy-allow-insecure", Arity.SWITCH, OF_PROXY),
          flag("--feature-storage-indexer", Arity.SWITCH, NO_STORAGE),
          flag("--feature-sql-storage-indexer", Arity.SWITCH, NO_STORAGE),
          flag("--storage-indexer-bucket-internal", Arity.ONE, OF_STORAGE),
          flag("--storage-endpoint", Arity.ONE, OF_STORAGE),
          flag("--storage-indexer-watch-interval", Arity.ONE, OF_STORAGE),
          flag("--feature-incremental-updates", Arity.SWITCH, OF_STORAGE),
          flag("--feature-enable-search-cache", Arity.SWITCH, OF_SQL),
          flag("--feature-enable-categories-cache", Arity.SWITCH, OF_SQL),
          variable("EPR_EMULATOR_INDEX_PATH", NO_STORAGE),
          variable("STORAGE_EMULATOR_HOST", OF_STORAGE),
          sql("DATABASE_FOLDER_PATH", "sql_indexer.database_folder_path"),
          sql("SEARCH_CACHE_SIZE", "search.cache_size"),
          sql("SEARCH_CACHE_TTL", "search.cache_ttl"),
          sql("CATEGORIES_CACHE_SIZE", "categories.cache_size"),
          sql("CATEGORIES_CACHE_TTL", "categories.cache_ttl"),
          variable("EPR_SQL_INDEXER_READ_PACKAGES_BATCH_SIZE", OF_SQL),
          variable("EPR_SQL_INDEXER_DB_INSERT_BATCH_SIZE", OF_SQL),
          variable(
              "ELASTIC_APM_SERVER_URL",
              new Elsewhere("Attaches the Elastic APM agent, which reports there.")),
          variable("ELASTIC_APM_SERVICE_NAME", OF_AGENT),
          variable("ELASTIC_APM_ENVIRONMENT", OF_AGENT),
          variable("ELASTIC_APM_API_KEY", OF_AGENT),
          variable("ELASTIC_APM_SECRET_TOKEN", OF_AGENT),
          variable("ELASTIC_APM_TRANSACTION_SAMPLE_RATE", OF_AGENT));

  private EprSettings() {}

  private static EprSetting honoured(Option<?> option, String remark) {
    return flag(option.flag(), option.type().arity(), new Honoured(option, remark));
  }

  /** As EPR makes the names of its variables. */
  private static EprSetting flag(String flag, Arity arity, Fate fate) {
    String variable = PREFIX + flag.substring(2).toUpperCase(Locale.ROOT).replace('-', '_');
    return new EprSetting(Optional.of(flag), variable, Optional.empty(), arity, fate);
  }

  private static EprSetting variable(String name, Fate fate) {
    return new EprSetting(Optional.empty(), name, Optional.empty(), Arity.ONE, fate);
  }

  private static EprSetting sql(String name, String key) {
    String variable = PREFIX + "SQL_INDEXER_" + name;
    return new EprSetting(Optional.empty(), variable, Optional.of(key), Arity.ONE, OF_SQL);
  }
}
