// Makes the identifiers that are not there yet.
// @param identifiers LIST of [token, type, quality, signature, vault, key_version, placeholder, blocking_keys], sorted by token
UNWIND $identifiers AS row
MERGE (i:Identifier {token: row[0]})
ON CREATE SET i.type = row[1], i.quality = row[2], i.signature = row[3], i.vault = row[4], i.key_version = row[5],
  i.placeholder = row[6], i.blocking_keys = row[7]
