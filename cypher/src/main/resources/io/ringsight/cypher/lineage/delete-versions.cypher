// Deletes what a detection that was never published said of rings, a batch at a time.
// @param number INTEGER of the detection
// @param limit INTEGER most to delete
MATCH (v:RingVersion {detection: $number})
WITH v LIMIT $limit
DELETE v
RETURN count(*) AS deleted
