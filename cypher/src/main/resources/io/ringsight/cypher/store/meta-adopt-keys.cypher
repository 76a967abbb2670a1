// Notes which key set the store's tokens are made with, unless one is noted; returns the one that stands.
// @param key_fingerprint STRING fingerprint of the key set
MATCH (meta:Meta {name: 'ringsight'})
SET meta.key_fingerprint = coalesce(meta.key_fingerprint, $key_fingerprint)
RETURN meta.key_fingerprint AS key_fingerprint
