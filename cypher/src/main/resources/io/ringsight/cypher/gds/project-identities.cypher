// Projects accounts and the identifiers they use, which are sent along, undirected; the store itself is not touched.
// Both are numbered by the caller, identifiers after accounts.
// @needs gds
// @param name STRING of the projection
// @param account LIST of INTEGER of each use
// @param identifier LIST of INTEGER of each use
// @param kind LIST of INTEGER of each use: 1 and the ordinal of the identifier's type
// @param code LIST of LIST of FLOAT what stands for each kind, accounts being kind 0
UNWIND range(0, size($account) - 1) AS use
WITH gds.graph.project(
  $name,
  $account[use],
  $identifier[use],
  {sourceNodeProperties: {kind: $code[0]}, targetNodeProperties: {kind: $code[$kind[use]]}},
  {undirectedRelationshipTypes: ['*']}
) AS graph
RETURN graph.nodeCount AS node_count, graph.relationshipCount AS relationship_count
