// Makes the identifiers that are not there yet.
// @param identifiers LIST of MAP {token, properties}, sorted by token
UNWIND $identifiers AS row
MERGE (i:Identifier {token: row.token})
ON CREATE SET i = row.properties
