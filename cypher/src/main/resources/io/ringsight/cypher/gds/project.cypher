// Projects an undirected graph in memory from edges that are sent along; the store itself is not touched.
// @needs gds
// @param name STRING of the projection
// @param from LIST of INTEGER
// @param to LIST of INTEGER
// @param weight LIST of FLOAT
UNWIND range(0, size($from) - 1) AS edge
WITH gds.graph.project(
  $name,
  $from[edge],
  $to[edge],
  {relationshipProperties: {weight: $weight[edge]}},
  {undirectedRelationshipTypes: ['*']}
) AS graph
RETURN graph.nodeCount AS node_count, graph.relationshipCount AS relationship_count
