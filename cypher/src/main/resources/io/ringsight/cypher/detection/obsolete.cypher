// Detections that nobody reads any more: begun and never published, or replaced twice over.
// @param before INTEGER number of the detection that was published last
MATCH (d:Detection)
WHERE d.number < $before AND d.state = 'writing'
RETURN d.number AS number, d.state AS state
UNION
MATCH (d:Detection {state: 'replaced'})
WITH d ORDER BY d.number DESC SKIP 1
RETURN d.number AS number, d.state AS state
