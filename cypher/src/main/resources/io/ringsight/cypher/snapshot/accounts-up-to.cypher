// Accounts in a range of internal numbers as they were when the log had come to a sequence number, in columns; an empty text where there
// is no token or no signature. Of one that was revised since, its newest revision by then, with the earliest times of all by then.
// @param from INTEGER first number
// @param to INTEGER last number
// @param sequence INTEGER newest log sequence number
UNWIND range($from, $to) AS number
MATCH (a:Account) WHERE id(a) = number
OPTIONAL MATCH (a)-[:REVISED]->(r:Revision) WHERE a.seq > $sequence AND r.seq <= $sequence
WITH number, a, r, reduce(newest = r.seq, again IN coalesce(r.again, []) | CASE WHEN again <= $sequence THEN again ELSE newest END) AS newest
ORDER BY number, newest
WITH number, a, collect(r) AS revisions
WHERE coalesce(a.seq, 0) <= $sequence OR size(revisions) > 0
WITH number, a, revisions, CASE WHEN size(revisions) = 0 THEN a ELSE revisions[-1] END AS v
WITH number, a.account_id AS account_id, v,
  reduce(least = v.created_at, r IN revisions | CASE WHEN r.created_at < least THEN r.created_at ELSE least END) AS created_at,
  reduce(least = v.recorded_at, r IN revisions | CASE WHEN r.recorded_at < least THEN r.recorded_at ELSE least END) AS recorded_at
RETURN collect(number) AS numbers, collect(account_id) AS account_ids, collect(created_at) AS created_at,
  collect(recorded_at) AS recorded_at, collect(coalesce(v.exposure, 0.0 / 0.0)) AS exposure,
  collect(coalesce(v.given_name, '')) AS given_name, collect(coalesce(v.surname, '')) AS surname,
  collect(coalesce(v.birth_date, '')) AS birth_date,
  collect(coalesce(v.given_name_signature, '')) AS given_name_signature,
  collect(coalesce(v.surname_signature, '')) AS surname_signature,
  collect(coalesce(v.birth_date_signature, '')) AS birth_date_signature
