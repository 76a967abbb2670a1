// Notes that the change of keys is complete.
MATCH (meta:Meta {name: 'ringsight'})
REMOVE meta.retokenise
