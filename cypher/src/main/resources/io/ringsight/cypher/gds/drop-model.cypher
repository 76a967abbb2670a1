// Drops a model from the server's memory; one that is not there is fine.
// @needs gds
// @param model STRING its name
CALL gds.model.drop($model, false)
YIELD modelName
RETURN modelName AS model
