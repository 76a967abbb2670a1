// Deletes what became of rings by a detection that was never published, a batch at a time.
// @param number INTEGER of the detection
// @param limit INTEGER most to delete
MATCH (e:RingEvent {detection: $number})
WITH e LIMIT $limit
DELETE e
RETURN count(*) AS deleted
