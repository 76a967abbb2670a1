// Detections to delete: begun and never published, deleted in part, or replaced by more than are kept.
// @param before INTEGER number of the detection that was published last
// @param kept INTEGER how many that were replaced are kept
MATCH (d:Detection)
WHERE d.number < $before AND d.state IN ['writing', 'deleting']
RETURN d.number AS number, d.state AS state
UNION
MATCH (d:Detection {state: 'replaced'})
WITH d ORDER BY d.number DESC SKIP $kept
RETURN d.number AS number, d.state AS state
