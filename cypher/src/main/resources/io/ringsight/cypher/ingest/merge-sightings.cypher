// Appends sightings of known accounts; one that is there already keeps the earlier of both recording times,
// and what it was until which log sequence number.
// @param sightings LIST of [account_id, token, seen_at, recorded_at, seq], sorted by token: locks come in one order
UNWIND $sightings AS row
MATCH (a:Account {account_id: row[0]})
MATCH (i:Identifier {token: row[1]})
MERGE (a)-[u:USES {seen_at: row[2]}]->(i)
ON CREATE SET u.recorded_at = row[3], u.seq = row[4]
ON MATCH SET
  u.was_recorded_at = CASE WHEN row[3] < u.recorded_at THEN coalesce(u.was_recorded_at, []) + u.recorded_at ELSE u.was_recorded_at END,
  u.was_until = CASE WHEN row[3] < u.recorded_at THEN coalesce(u.was_until, []) + row[4] ELSE u.was_until END,
  u.recorded_at = CASE WHEN row[3] < u.recorded_at THEN row[3] ELSE u.recorded_at END
RETURN count(u) AS merged
