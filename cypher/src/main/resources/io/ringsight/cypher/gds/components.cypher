// Connected components of a projection.
// @needs gds
// @param name STRING of the projection
CALL gds.wcc.stream($name)
YIELD nodeId, componentId
RETURN nodeId AS node, componentId AS component
