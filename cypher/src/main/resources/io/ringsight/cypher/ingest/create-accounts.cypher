// Creates accounts that the store does not have, each whole: with its sightings of identifiers that are there.
// @param accounts LIST of [account_id, created_at, recorded_at, seq, content, given_name, surname, birth_date, country, exposure, vault, key_version, given_name_signature, surname_signature, birth_date_signature]
// @param uses LIST of [position of the account, token, seen_at, recorded_at, seq], sorted by token: locks come in one order
UNWIND $accounts AS row
CREATE (a:Account {account_id: row[0], created_at: row[1], recorded_at: row[2], seq: row[3], content: row[4],
  given_name: row[5], surname: row[6], birth_date: row[7], country: row[8], exposure: row[9], vault: row[10], key_version: row[11],
  given_name_signature: row[12], surname_signature: row[13], birth_date_signature: row[14]})
WITH collect(a) AS accounts
UNWIND $uses AS use
WITH accounts[use[0]] AS a, use
MATCH (i:Identifier {token: use[1]})
CREATE (a)-[:USES {seen_at: use[2], recorded_at: use[3], seq: use[4]}]->(i)
