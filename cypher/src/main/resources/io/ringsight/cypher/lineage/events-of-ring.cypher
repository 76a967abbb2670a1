// What became of one ring, by published detections.
// @param ring_id STRING
MATCH (r:RingEvent {ring_id: $ring_id})
MATCH (e:Epoch {number: r.detection})
RETURN r.ring_id AS ring_id, r.version AS version, r.kind AS kind, r.at AS at, r.joined AS joined, r.left AS left,
  r.others AS others, r.causes AS causes
ORDER BY version, at, kind
