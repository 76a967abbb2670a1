// What rings were from each published detection on, all of them.
// @param upto INTEGER number of the last detection that counts
MATCH (e:Epoch) WHERE e.number <= $upto
MATCH (v:RingVersion {detection: e.number})
RETURN v.ring_id AS ring_id, v.version AS version, v.since AS since, v.members AS members
