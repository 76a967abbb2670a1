// Deletes resemblances of a detection, a batch at a time.
// @param number INTEGER of the detection
// @param limit INTEGER most to delete
MATCH ()-[r:RESEMBLES {detection: $number}]->()
WITH r LIMIT $limit
DELETE r
RETURN count(*) AS deleted
