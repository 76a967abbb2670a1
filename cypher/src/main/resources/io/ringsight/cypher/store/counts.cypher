// How much the store holds.
CALL () { MATCH (a:Account) RETURN count(a) AS accounts }
CALL () { MATCH (i:Identifier) RETURN count(i) AS identifiers }
CALL () { MATCH ()-[u:USES]->() RETURN count(u) AS sightings }
CALL () { MATCH (r:Revision) RETURN count(r) AS revisions }
RETURN accounts, identifiers, sightings, revisions
