// Puts tokens, signatures, blocking keys and sealed values of newer keys in the place of old ones.
// @param identifiers LIST of [old token, token, signature, vault, placeholder, blocking_keys], sorted by old token
// @param version INTEGER version of the newer keys
UNWIND $identifiers AS row
MATCH (i:Identifier {token: row[0]})
SET i.token = row[1], i.signature = row[2], i.vault = row[3], i.placeholder = row[4], i.blocking_keys = row[5],
  i.key_version = $version
