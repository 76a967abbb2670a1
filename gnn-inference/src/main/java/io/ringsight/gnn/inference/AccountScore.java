package io.ringsight.gnn.inference;

/**
 * What the network says of one account.
 *
 * @param logOdds of fraud, natural
 * @param embedding float32[width]
 */
public record AccountScore(float logOdds, float[] embedding) {}
