// Makes another version of known accounts the current one; appends it as a revision unless it was one before, which then notes that it
// is current again, from which log sequence number on.
// @param accounts LIST of [account_id, created_at, recorded_at, seq, content, given_name, surname, birth_date, country, exposure, vault, key_version, given_name_signature, surname_signature, birth_date_signature], each account once
UNWIND $accounts AS row
MATCH (a:Account {account_id: row[0]})
WITH a, a.created_at AS created_at, a.recorded_at AS recorded_at,
  {account_id: row[0], created_at: row[1], recorded_at: row[2], seq: row[3], content: row[4], given_name: row[5],
   surname: row[6], birth_date: row[7], country: row[8], exposure: row[9], vault: row[10], key_version: row[11],
   given_name_signature: row[12], surname_signature: row[13], birth_date_signature: row[14]} AS version
CALL (a) {
  WITH a WHERE NOT EXISTS { (a)-[:REVISED]->(:Revision) }
  CREATE (a)-[:REVISED]->(first:Revision)
  SET first = properties(a), first.revision = 1
  RETURN count(*) AS firsts
}
CALL (a, version) {
  MATCH (a)-[:REVISED]->(known:Revision) WHERE known.content = version.content
  SET known.again = coalesce(known.again, []) + version.seq
  RETURN count(*) AS agains
}
CALL (a, version) {
  WITH a, version WHERE NOT EXISTS { (a)-[:REVISED]->(known:Revision) WHERE known.content = version.content }
  WITH a, version, COUNT { (a)-[:REVISED]->(:Revision) } AS revisions
  CREATE (a)-[:REVISED]->(next:Revision)
  SET next = version, next.revision = revisions + 1
  RETURN count(*) AS nexts
}
SET a = version
SET a.created_at = CASE WHEN created_at < a.created_at THEN created_at ELSE a.created_at END,
    a.recorded_at = CASE WHEN recorded_at < a.recorded_at THEN recorded_at ELSE a.recorded_at END
