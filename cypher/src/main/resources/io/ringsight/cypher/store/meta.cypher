// The single node that describes the store.
MATCH (meta:Meta {name: 'ringsight'})
RETURN meta.key_fingerprint AS key_fingerprint, meta.next_sequence AS next_sequence, meta.retokenise AS retokenise
