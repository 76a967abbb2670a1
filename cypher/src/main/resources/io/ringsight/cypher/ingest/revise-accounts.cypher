// Makes another version of known accounts the current one; appends it as a revision unless it was one before.
// @param accounts LIST of MAP {account_id, content, properties}, sorted by account_id
UNWIND $accounts AS row
MATCH (a:Account {account_id: row.account_id})
CALL (a) {
  WITH a WHERE NOT EXISTS { (a)-[:REVISED]->(:Revision) }
  CREATE (a)-[:REVISED]->(first:Revision)
  SET first = properties(a), first.revision = 1
}
CALL (a, row) {
  WITH a, row WHERE NOT EXISTS { (a)-[:REVISED]->(:Revision {content: row.content}) }
  WITH a, row, COUNT { (a)-[:REVISED]->(:Revision) } AS revisions
  CREATE (a)-[:REVISED]->(next:Revision)
  SET next = row.properties, next.revision = revisions + 1
}
WITH a, row, a.created_at AS created_at, a.recorded_at AS recorded_at
SET a = row.properties
SET a.created_at = CASE WHEN created_at < a.created_at THEN created_at ELSE a.created_at END,
    a.recorded_at = CASE WHEN recorded_at < a.recorded_at THEN recorded_at ELSE a.recorded_at END
