// Creates accounts that the store does not have, each whole: with its sightings of identifiers that are there.
// @param accounts LIST of MAP {properties, uses: [{token, properties}]}, sorted by account_id
UNWIND $accounts AS row
CREATE (a:Account)
SET a = row.properties
WITH a, row
UNWIND row.uses AS use
MATCH (i:Identifier {token: use.token})
CREATE (a)-[u:USES]->(i)
SET u = use.properties
