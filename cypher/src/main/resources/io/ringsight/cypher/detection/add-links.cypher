// Adds links to a detection that is being written.
// @param number INTEGER of the detection
// @param links LIST of MAP {account_a, account_b, probability, evidence}
UNWIND $links AS row
MATCH (a:Account {account_id: row.account_a})
MATCH (b:Account {account_id: row.account_b})
CREATE (a)-[:LINKED {detection: $number, probability: row.probability, evidence: row.evidence}]->(b)
