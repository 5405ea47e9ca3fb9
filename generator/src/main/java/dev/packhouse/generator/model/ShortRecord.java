package dev.packhouse.generator.model;

import java.util.List;

/**
 * The search record of one version as JSON bytes, in the parts that an answer is put together from:
 * {@code head}, which ends in {@code "policy_templates":[}, the policy templates with a comma
 * between them, and {@code tail}, which begins with {@code ]}. Where the record has no policy
 * templates, {@code head} is all of it and {@code tail} is empty.
 *
 * <p>The arrays are shared, not copied: nobody writes to them.
 */
@SuppressWarnings("ArrayRecordComponent")
public record ShortRecord(byte[] head, List<byte[]> policyTemplates, byte[] tail) {
  public ShortRecord {
    policyTemplates = List.copyOf(policyTemplates);
  }
}
