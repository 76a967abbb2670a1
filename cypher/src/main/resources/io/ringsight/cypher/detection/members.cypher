// The members of all rings of a detection.
// @param number INTEGER of the detection
MATCH (a:Account)-[m:MEMBER_OF {detection: $number}]->(r:Ring)
RETURN a.account_id AS account_id, r.ring_id AS ring_id, m.risk AS risk, m.reasons AS reasons
