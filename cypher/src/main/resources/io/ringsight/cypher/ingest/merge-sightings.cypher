// Appends sightings of known accounts; one that is there already keeps the earlier of both recording times.
// @param sightings LIST of [account_id, token, seen_at, recorded_at, seq], sorted by token: locks come in one order
UNWIND $sightings AS row
MATCH (a:Account {account_id: row[0]})
MATCH (i:Identifier {token: row[1]})
MERGE (a)-[u:USES {seen_at: row[2]}]->(i)
ON CREATE SET u.recorded_at = row[3], u.seq = row[4]
ON MATCH SET u.recorded_at = CASE WHEN row[3] < u.recorded_at THEN row[3] ELSE u.recorded_at END
RETURN count(u) AS merged
