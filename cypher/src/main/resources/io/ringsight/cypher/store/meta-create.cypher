// Makes the single node that describes the store, once; a store that was loaded by the importer is numbered already.
OPTIONAL MATCH (known:Meta {name: 'ringsight'})
WITH known WHERE known IS NULL
CALL () { MATCH ()-[u:USES]->() RETURN coalesce(max(u.seq), 0) AS newest_sighting }
CALL () { MATCH (a:Account) RETURN coalesce(max(a.seq), 0) AS newest_account }
MERGE (meta:Meta {name: 'ringsight'})
ON CREATE SET meta.next_sequence =
  1 + CASE WHEN newest_account > newest_sighting THEN newest_account ELSE newest_sighting END
