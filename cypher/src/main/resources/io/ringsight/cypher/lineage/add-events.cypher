// Adds what became of rings by a detection that is being written.
// @param number INTEGER of the detection
// @param events LIST of MAP {ring_id, version, kind, at, joined, left, others, causes}
UNWIND $events AS row
CREATE (e:RingEvent {detection: $number})
SET e += row
