// Labels that were known at a time.
// @param as_of INTEGER milliseconds since 1970 UTC
MATCH (l:Label)
WHERE l.labelled_at <= $as_of
RETURN l.account_id AS account_id, l.label AS label, l.labelled_at AS labelled_at
ORDER BY account_id, labelled_at, label
