// Puts tokens, signatures and sealed values of newer keys in the place of an account's old ones.
// @param accounts LIST of [account_id, revision, content, given_name, surname, birth_date, vault, given_name_signature, surname_signature, birth_date_signature]
// @param version INTEGER version of the newer keys
UNWIND $accounts AS row
MATCH (a:Account {account_id: row[0]})
SET a.content = row[2], a.given_name = row[3], a.surname = row[4], a.birth_date = row[5], a.vault = row[6],
  a.given_name_signature = row[7], a.surname_signature = row[8], a.birth_date_signature = row[9],
  a.key_version = $version
