// Accounts whose newest versions have these log sequence numbers, with all that they use.
// @param numbers LIST of INTEGER
// @param upto INTEGER the last log sequence number of a sighting that counts
UNWIND $numbers AS number
MATCH (a:Account {seq: number})
RETURN a.seq AS seq, a.account_id AS account_id, a.created_at AS created_at, a.recorded_at AS recorded_at,
  a.content AS content, a.country AS country, a.exposure AS exposure,
  a.given_name AS given_name, a.surname AS surname, a.birth_date AS birth_date,
  a.given_name_signature AS given_name_signature, a.surname_signature AS surname_signature,
  a.birth_date_signature AS birth_date_signature,
  [(a)-[u:USES]->(i:Identifier) WHERE u.seq <= $upto |
    [i.token, i.type, i.signature, i.blocking_keys, i.placeholder, u.seen_at, u.recorded_at, i.quality, u.seq]] AS sightings
