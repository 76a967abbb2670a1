// Which identifiers resemble each other by a detection; distance and similarity are null where values have no signatures.
// @param number INTEGER of the detection
MATCH (a:Identifier)-[r:RESEMBLES {detection: $number}]->(b:Identifier)
RETURN a.token AS one, b.token AS other, r.kind AS kind, r.distance AS distance, r.similarity AS similarity,
  r.likelihood AS likelihood
