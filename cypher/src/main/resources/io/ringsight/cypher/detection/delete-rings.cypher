// Deletes rings of a detection, which have no members any more, a batch at a time.
// @param number INTEGER of the detection
// @param limit INTEGER most to delete
MATCH (r:Ring {detection: $number})
WITH r LIMIT $limit
DELETE r
RETURN count(*) AS deleted
