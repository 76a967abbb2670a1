package io.ringsight.ingest.record;

import java.util.Optional;

/**
 * What an account really is. Only evaluation reads it.
 *
 * @param ringId the ring it belongs to, if any
 * @param reachableGroup the part of its ring that anything at all connects it to, if told
 * @param personId the person behind it, if told: several accounts of one honest person are under common control
 * @param pattern of fraud or of honest sharing; empty for neither
 */
public record AccountTruth(
        String accountId,
        AccountLabel.Verdict verdict,
        Optional<String> ringId,
        Optional<String> reachableGroup,
        Optional<String> personId,
        String pattern) {}
