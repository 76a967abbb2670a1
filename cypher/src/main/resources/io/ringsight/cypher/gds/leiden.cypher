// Leiden communities of a projection: modularity, one thread, so that the seed decides.
// @needs gds
// @param name STRING of the projection
// @param gamma FLOAT resolution
// @param theta FLOAT randomness of the refinement
// @param levels INTEGER most levels
// @param seed INTEGER of everything random, not negative
CALL gds.leiden.stream($name, {
  relationshipWeightProperty: 'weight', gamma: $gamma, theta: $theta, maxLevels: $levels, tolerance: 0.0000001,
  randomSeed: $seed, concurrency: 1
})
YIELD nodeId, communityId
RETURN nodeId AS node, communityId AS community
