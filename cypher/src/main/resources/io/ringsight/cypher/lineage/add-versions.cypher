// Adds what rings are from a detection on that is being written.
// @param number INTEGER of the detection
// @param versions LIST of MAP {ring_id, version, since, members}
UNWIND $versions AS row
CREATE (v:RingVersion {detection: $number})
SET v += row
