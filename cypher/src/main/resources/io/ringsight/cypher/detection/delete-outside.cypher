// Deletes risks of accounts in no ring of a detection, a batch at a time.
// @param number INTEGER of the detection
// @param limit INTEGER most to delete
MATCH (o:OutsideRisks {detection: $number})
WITH o LIMIT $limit
DELETE o
RETURN count(*) AS deleted
