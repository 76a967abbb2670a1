// Drops a projection; one that is not there is fine.
// @needs gds
// @param name STRING of the projection
CALL gds.graph.drop($name, false)
YIELD graphName
RETURN graphName AS name
