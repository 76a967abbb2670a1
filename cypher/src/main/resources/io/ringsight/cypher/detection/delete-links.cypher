// Deletes links of a detection, a batch at a time.
// @param number INTEGER of the detection
// @param limit INTEGER most to delete
MATCH ()-[l:LINKED {detection: $number}]->()
WITH l LIMIT $limit
DELETE l
RETURN count(*) AS deleted
