// Accounts that came, or got a version, within a stretch of the log and have a newer one since: as they were at the end of the stretch, with
// the earliest times of all their versions by then and all that they used by then.
// @param after INTEGER log sequence number
// @param upto INTEGER the last log sequence number that counts
MATCH (a:Account) WHERE a.seq > $upto
MATCH (a)-[:REVISED]->(r:Revision) WHERE r.seq <= $upto
WITH a, r, reduce(newest = r.seq, again IN coalesce(r.again, []) | CASE WHEN again <= $upto AND again > newest THEN again ELSE newest END) AS seq
ORDER BY seq
WITH a, collect(r) AS revisions, max(seq) AS seq
WHERE seq > $after
WITH a, seq, revisions, revisions[-1] AS v
RETURN seq, a.account_id AS account_id,
  reduce(least = v.created_at, r IN revisions | CASE WHEN r.created_at < least THEN r.created_at ELSE least END) AS created_at,
  reduce(least = v.recorded_at, r IN revisions | CASE WHEN r.recorded_at < least THEN r.recorded_at ELSE least END) AS recorded_at,
  v.content AS content, v.country AS country, v.exposure AS exposure,
  v.given_name AS given_name, v.surname AS surname, v.birth_date AS birth_date,
  v.given_name_signature AS given_name_signature, v.surname_signature AS surname_signature,
  v.birth_date_signature AS birth_date_signature,
  [(a)-[u:USES]->(i:Identifier) WHERE u.seq <= $upto |
    [i.token, i.type, i.signature, i.blocking_keys, i.placeholder, u.seen_at, u.recorded_at, i.quality, u.seq]] AS sightings
