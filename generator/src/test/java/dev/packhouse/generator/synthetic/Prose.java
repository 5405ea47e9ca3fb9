package dev.packhouse.generator.synthetic;

import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Texts as long as those of packages. Some of their words are what operators write, the others are
 * made up; a few words are in most texts and most words in a few, by the numbers of real packages:
 * the half of these operators' words is in a sixth of all texts or less, and more than the half of
 * all words in one text alone.
 */
final class Prose {
  private static final List<String> WORDS =
      List.of(
          """
          the logs of events from data with agent metrics host server access user access service
          network security time status error message request response client address port file
          collect monitor configuration audit alert rule policy traffic session connection database
          query queue topic broker cluster node container pod image memory cpu disk process thread
          login authentication account group role password token key certificate domain url http
          https tls dns dhcp vpn proxy firewall load balancer gateway web site page browser api rest
          json syslog tcp udp windows linux macos kernel registry service powershell command script
          malware threat indicator vulnerability scan finding incident phishing mail attachment
          attack signature intrusion detection prevention endpoint device mobile wireless switch
          router interface packet flow bytes latency throughput rate count total average cache hit
          miss replica shard index table lock transaction commit repository branch pull ticket issue
          project document folder share bucket object storage region zone instance virtual machine
          hypervisor datastore function serverless billing cost usage quota subscription tenant
          identity provider single sign factor privileged vault secret compliance benchmark posture
          trace span application heap garbage collection jvm pool worker job scheduler pipeline
          search shipper consumer producer partition offset lag meeting chat channel webhook nginx
          apache kafka postgresql mysql redis kubernetes docker aws azure google office okta cisco\
          """
              .strip()
              .split("\\s+"));

  private static final List<String> GROUPS =
      List.of("host", "source", "destination", "user", "event", "process", "network", "url");
  private static final List<String> LEAVES =
      List.of("id", "name", "ip", "bytes", "count", "total.pct", "status_code", "last_seen");

  private static final List<String> SYLLABLES =
      Stream.of("b c d f g h k l m n p r s t v z".split(" "))
          .flatMap(start -> Stream.of("a e i o u".split(" ")).map(vowel -> start + vowel))
          .toList();

  private static final int WORDS_OF_A_SENTENCE = 14;

  /** How much rarer the last of the words is than the first, as the exponent of e. */
  private static final double RARER = 3.8;

  /** Of the words of a text, by the rest it is one of the made-up ones. */
  private static final double OF_OPERATORS = 0.4;

  private static final double MADE_UP = 300_000;

  private final SplittableRandom random;

  /** Those of the words that this text is about. */
  private final List<String> own;

  Prose(long seed) {
    random = new SplittableRandom(seed);
    own =
        IntStream.range(0, WORDS.size())
            .filter(i -> random.nextDouble() < Math.exp(-RARER * i / WORDS.size()))
            .mapToObj(WORDS::get)
            .toList();
  }

  /** Sentences on a line. */
  String paragraph(int sentences) {
    return Stream.generate(this::sentence).limit(sentences).collect(Collectors.joining(" "));
  }

  /** Names of fields, at most as many. */
  List<String> fields(String prefix, int most) {
    TreeSet<String> names = new TreeSet<>();
    for (int i = 0; i < most; i++) {
      names.add(
          (i % 2 == 0 ? prefix + "." + word() + "_" + word() : oneOf(GROUPS))
              + "."
              + oneOf(LEAVES));
    }
    return List.copyOf(names);
  }

  private String sentence() {
    return Stream.generate(this::word)
        .limit(WORDS_OF_A_SENTENCE)
        .collect(Collectors.joining(" ", "", "."));
  }

  private String word() {
    return random.nextDouble() < OF_OPERATORS ? oneOf(own) : madeUp();
  }

  /** The second word is half as frequent as the first, the third a third, and so on. */
  private String madeUp() {
    int number = (int) Math.exp(random.nextDouble() * Math.log(MADE_UP));
    StringBuilder word = new StringBuilder();
    for (int rest = number; rest > 0 || word.length() < 4; rest /= SYLLABLES.size()) {
      word.append(SYLLABLES.get(rest % SYLLABLES.size()));
    }
    return word.toString();
  }

  private String oneOf(List<String> values) {
    return values.get(random.nextInt(values.size()));
  }
}
