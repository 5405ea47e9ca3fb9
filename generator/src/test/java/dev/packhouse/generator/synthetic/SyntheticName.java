package dev.packhouse.generator.synthetic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/** A name of a made-up registry: what all its versions have in common. */
public final class SyntheticName {
  private static final List<String> MAKERS =
      words(
          """
          alder amber arbor aspen badger basalt beacon birch bramble cedar cinder clover cobalt comet
          copper coral cove cypress delta drift ember falcon fern flint garnet gale glacier granite
          harbor hazel heron indigo iris ivory jasper juniper kestrel lagoon larch lark linden lotus
          lumen maple marlin meadow mesa mica monarch nimbus north oak ocean onyx opal orchid osprey
          otter pebble pine plover polar prairie quarry quartz quill raven reef ridge river robin
          saffron sable sierra slate solar sparrow spruce stone summit swift teal thistle tidal topaz
          tundra umber vale violet walnut wharf willow wren yarrow zephyr zinc\
          """);
  private static final List<String> PRODUCTS =
      words(
          """
          access audit balancer broker cache catalog cluster collector console container database
          defender directory dns endpoint exchange firewall flow gateway guard identity ingress
          inventory ledger library logs mail mesh metrics monitor network notebook object orchestrator
          pipeline platform portal proxy queue registry relay router scanner scheduler search sensor
          server shield storage stream switch threat ticket tracker tunnel vault vpn warehouse web
          workflow workspace\
          """);
  private static final List<String> EDITIONS =
      words("cloud edge enterprise events hub agent api insights manager next");

  /** How many names there are. */
  static final int MOST = MAKERS.size() * PRODUCTS.size() * (EDITIONS.size() + 1);

  private static final List<String> CATEGORIES =
      words(
          """
          security security security network network observability cloud web monitoring os_system
          datastore containers kubernetes message_queue custom aws azure google_cloud threat_intel
          authentication iam ids_ips productivity config_management elastic_stack firewall_security
          vpn_security application_observability edr_xdr infrastructure\
          """);
  private static final List<String> INPUTS =
      words("logfile filestream httpjson cel tcp udp aws-s3 journald winlog kafka");
  private static final List<String> STREAMS =
      words("log audit event access traffic alert system status");
  private static final List<String> OWNERS =
      words("integrations security-external observability-cloud deployment-services partners");
  private static final List<String> CAPABILITIES =
      words("security observability apm uptime enterprise_search");
  private static final List<String> SENTENCES =
      List.of(
          "Collect and parse %s from devices that send them over the network, with Elastic Agent.",
          "Collect %s by reading files that the product writes on each host that an agent runs on.",
          "Ask the API for new %s again and again, and keep what was not seen before.",
          "Receive %s as they happen, take them apart, and enrich them with what is known of"
              + " hosts.",
          "Follow %s of all instances, with dashboards for operators and alerts for those on"
              + " call.");

  private final String name;
  private final int count;
  private final long seed;

  SyntheticName(String name, int count, long seed) {
    this.name = name;
    this.count = count;
    this.seed = seed;
  }

  /** The name with a number below {@link #MOST}; numbers close together have unlike names. */
  static String text(int number) {
    int maker = number % MAKERS.size();
    int product = (number / MAKERS.size() + 7 * maker) % PRODUCTS.size();
    int edition = number / (MAKERS.size() * PRODUCTS.size());
    String text = MAKERS.get(maker) + "_" + PRODUCTS.get(product);
    return edition == 0 ? text : text + "_" + EDITIONS.get(edition - 1);
  }

  public String name() {
    return name;
  }

  /** From the oldest version to the newest. */
  public List<SyntheticPackage> packages() {
    SplittableRandom random = new SplittableRandom(seed);
    Traits traits = traits(random);
    KibanaTimes times = KibanaTimes.of(random, traits.type());
    List<String> versions = VersionHistory.of(random, count);
    List<SyntheticPackage> packages = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      packages.add(
          new SyntheticPackage(traits, versions.subList(0, i + 1), times.at(i, count, random)));
    }
    return packages;
  }

  private Traits traits(SplittableRandom random) {
    String title =
        Arrays.stream(name.split("_"))
            .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
            .collect(Collectors.joining(" "));
    int kind = random.nextInt(100);
    String type = kind < 92 ? "integration" : kind < 96 ? "input" : "content";
    List<Traits.Template> templates = new ArrayList<>();
    int parts = random.nextInt(10) < 7 ? 1 : random.nextInt(2, 8);
    for (int i = 0; i < (type.equals("integration") ? parts : 1); i++) {
      String about = oneOf(STREAMS, random);
      templates.add(
          new Traits.Template(
              i == 0 ? name : about + "_" + i,
              title + " " + about + (i == 0 ? "" : " " + i),
              description(title + " " + about + " data", random),
              oneOf(INPUTS, random),
              i > 0 && random.nextBoolean() ? List.of(oneOf(CATEGORIES, random)) : List.of()));
    }
    return new Traits(
        name,
        title,
        description("logs and metrics of " + title, random),
        type,
        some(CATEGORIES, random.nextInt(1, 4), random),
        random.nextInt(8) == 0 ? some(CAPABILITIES, random.nextInt(1, 3), random) : List.of(),
        "packhouse/" + oneOf(OWNERS, random),
        oneOf(STREAMS, random),
        templates);
  }

  private static String description(String what, SplittableRandom random) {
    String first = oneOf(SENTENCES, random);
    String second = oneOf(SENTENCES, random);
    String sentence = first.formatted(what);
    return first.equals(second) ? sentence : sentence + " " + second.formatted("the rest of it");
  }

  private static List<String> some(List<String> values, int count, SplittableRandom random) {
    return random
        .ints(0, values.size())
        .mapToObj(values::get)
        .distinct()
        .limit(count)
        .sorted()
        .toList();
  }

  private static String oneOf(List<String> values, SplittableRandom random) {
    return values.get(random.nextInt(values.size()));
  }

  private static List<String> words(String text) {
    return List.of(text.strip().split("\\s+"));
  }
}
