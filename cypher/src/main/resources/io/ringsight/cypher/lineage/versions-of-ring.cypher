// What one ring was, from each published detection on that changed it.
// @param ring_id STRING
MATCH (v:RingVersion {ring_id: $ring_id})
MATCH (e:Epoch {number: v.detection})
RETURN v.ring_id AS ring_id, v.version AS version, v.since AS since, v.members AS members
ORDER BY version
