// Appends sightings of known accounts; one that is there already keeps its earlier recording time.
// @param sightings LIST of MAP {account_id, token, seen_at, recorded_at, seq}, sorted by account_id
UNWIND $sightings AS row
MATCH (a:Account {account_id: row.account_id})
MATCH (i:Identifier {token: row.token})
MERGE (a)-[u:USES {seen_at: row.seen_at}]->(i)
ON CREATE SET u.recorded_at = row.recorded_at, u.seq = row.seq
ON MATCH SET u.recorded_at = CASE WHEN row.recorded_at < u.recorded_at THEN row.recorded_at ELSE u.recorded_at END
RETURN count(u) AS merged
