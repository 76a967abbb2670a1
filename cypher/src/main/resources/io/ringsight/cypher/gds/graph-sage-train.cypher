// Trains GraphSAGE without labels on a projection with the node properties 'kind' and 'degree_log'; one thread, so that the
// seed decides.
// @needs gds
// @param name STRING of the projection
// @param model STRING name for the model in the server's memory
// @param dimension INTEGER of an embedding
// @param seed INTEGER of everything random, not negative
CALL gds.beta.graphSage.train($name, {
  modelName: $model, featureProperties: ['kind', 'degree_log'], aggregator: 'mean', activationFunction: 'relu',
  embeddingDimension: $dimension, sampleSizes: [10, 10], batchSize: 256, epochs: 1, maxIterations: 10, searchDepth: 5,
  learningRate: 0.01, randomSeed: $seed, concurrency: 1
})
YIELD trainMillis
RETURN trainMillis AS train_millis
