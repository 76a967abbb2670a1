// Adds to each node of a projection its degree and, as the list 'degree_log', the logarithm of it.
// @needs gds
// @param name STRING of the projection
CALL gds.degree.mutate($name, {mutateProperty: 'degree', concurrency: 1})
YIELD nodePropertiesWritten AS degrees
CALL gds.scaleProperties.mutate($name, {
  nodeProperties: ['degree'], scaler: 'log', mutateProperty: 'degree_log', concurrency: 1
})
YIELD nodePropertiesWritten AS logarithms
RETURN degrees, logarithms
