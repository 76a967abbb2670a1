// What became of rings, by detections that were published from a moment on.
// @param since INTEGER milliseconds since 1970 UTC
MATCH (e:Epoch)
WHERE e.at >= $since
MATCH (r:RingEvent {detection: e.number})
RETURN r.ring_id AS ring_id, r.version AS version, r.kind AS kind, r.at AS at, r.joined AS joined, r.left AS left,
  r.others AS others, r.causes AS causes
ORDER BY ring_id, version, at, kind
