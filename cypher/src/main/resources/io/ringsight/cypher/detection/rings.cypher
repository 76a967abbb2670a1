// The rings of a detection.
// @param number INTEGER of the detection
MATCH (r:Ring {detection: $number})
RETURN r.ring_id AS ring_id, r.risk AS risk, r.first_seen AS first_seen, r.last_seen AS last_seen,
  r.reasons AS reasons, r.cohesion AS cohesion
