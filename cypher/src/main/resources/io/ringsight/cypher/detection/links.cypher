// The links of a detection.
// @param number INTEGER of the detection
MATCH (a:Account)-[l:LINKED {detection: $number}]->(b:Account)
RETURN a.account_id AS account_a, b.account_id AS account_b, l.probability AS probability, l.evidence AS evidence
