// Deletes memberships of a detection, a batch at a time.
// @param number INTEGER of the detection
// @param limit INTEGER most to delete
MATCH ()-[m:MEMBER_OF {detection: $number}]->()
WITH m LIMIT $limit
DELETE m
RETURN count(*) AS deleted
