// The highest internal number that a node has: ranges up to it cover the graph.
MATCH (n)
RETURN coalesce(max(id(n)), -1) AS highest
