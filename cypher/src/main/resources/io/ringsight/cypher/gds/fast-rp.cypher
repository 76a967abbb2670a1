// FastRP embeddings of the first nodes of a projection.
// @needs gds
// @param name STRING of the projection
// @param accounts INTEGER only nodes of lower number
// @param dimension INTEGER of an embedding
// @param seed INTEGER of everything random, not negative
CALL gds.fastRP.stream($name, {
  embeddingDimension: $dimension, iterationWeights: [0.0, 1.0, 1.0, 1.0], normalizationStrength: -0.5,
  randomSeed: $seed, concurrency: 1
})
YIELD nodeId, embedding
WITH nodeId, embedding
WHERE nodeId < $accounts
RETURN nodeId AS node, embedding
