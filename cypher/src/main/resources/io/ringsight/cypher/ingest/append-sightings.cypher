// Appends sightings of identifiers that are there to one known account, in one transaction with their log sequence numbers. Where one is new the
// account is numbered anew, so that whoever follows the log reads it again, and its version notes that it is current again from there on: a
// snapshot of before still finds it. A sighting that is there already stays as it is. No row where there is no such account. The numbers are
// taken under the lock of the counter until the end: who gets higher ones sees these sightings.
// @param account_id STRING
// @param sightings LIST of [token, seen_at, recorded_at], sorted by token: locks come in one order
MATCH (a:Account {account_id: $account_id})
MATCH (meta:Meta {name: 'ringsight'})
SET meta.lock = 1
WITH a, meta, meta.next_sequence AS first
SET meta.next_sequence = first + size($sightings) + 1
REMOVE meta.lock
WITH a, first, first + size($sightings) AS last
CALL (a, first) {
  UNWIND range(0, size($sightings) - 1) AS k
  WITH a, first + k AS seq, $sightings[k] AS row
  MATCH (i:Identifier {token: row[0]})
  MERGE (a)-[u:USES {seen_at: row[1]}]->(i)
  ON CREATE SET u.recorded_at = row[2], u.seq = seq
  RETURN count(CASE WHEN u.seq = seq THEN 1 END) AS created
}
CALL (a, created) {
  WITH a, created WHERE created > 0 AND NOT EXISTS { (a)-[:REVISED]->(:Revision) }
  CREATE (a)-[:REVISED]->(r:Revision)
  SET r = properties(a), r.revision = 1
  RETURN count(*) AS firsts
}
CALL (a, created, last) {
  WITH a, created, last WHERE created > 0
  MATCH (a)-[:REVISED]->(known:Revision) WHERE known.content = a.content
  SET known.again = coalesce(known.again, []) + last
  RETURN count(*) AS agains
}
SET a.seq = CASE WHEN created > 0 THEN last ELSE a.seq END
RETURN created, a.seq AS seq
