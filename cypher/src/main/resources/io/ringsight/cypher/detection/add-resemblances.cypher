// Adds which identifiers resemble each other, from the smaller token to the larger, to a detection that is being written.
// @param number INTEGER of the detection
// @param resemblances LIST of [token, token, kind, distance, similarity, likelihood], distance and similarity null without signatures
UNWIND $resemblances AS row
MATCH (a:Identifier {token: row[0]})
MATCH (b:Identifier {token: row[1]})
CREATE (a)-[:RESEMBLES {detection: $number, kind: row[2], distance: row[3], similarity: row[4], likelihood: row[5]}]->(b)
