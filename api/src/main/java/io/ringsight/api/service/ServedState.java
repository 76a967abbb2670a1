package io.ringsight.api.service;

import java.util.Optional;

/**
 * What a check was answered from. With it the same can be read again later, see {@link PastState}.
 *
 * @param detection number of the published detection
 * @param snapshotSequence newest log sequence number of the snapshot that was read
 * @param appliedSequence newest log sequence number that was applied on top of it; the snapshot's when there was none
 * @param dispositions number of the last disposition that was heeded; 0 for none
 * @param network id of the model whose network was asked about applicants; empty for none
 */
public record ServedState(
        long detection, long snapshotSequence, long appliedSequence, long dispositions, Optional<String> network) {}
