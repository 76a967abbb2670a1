// GraphSAGE embeddings of the first nodes of a projection by a trained model.
// @needs gds
// @param name STRING of the projection
// @param model STRING its name
// @param accounts INTEGER only nodes of lower number
CALL gds.beta.graphSage.stream($name, {modelName: $model, concurrency: 1})
YIELD nodeId, embedding
WITH nodeId, embedding
WHERE nodeId < $accounts
RETURN nodeId AS node, embedding
