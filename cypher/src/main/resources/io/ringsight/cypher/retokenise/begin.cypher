// Notes that a change of keys has begun, and from which version; returns the version it began from.
// @param from_version INTEGER key version before the change
MATCH (meta:Meta {name: 'ringsight'})
SET meta.retokenise = coalesce(meta.retokenise, $from_version)
RETURN meta.retokenise AS from_version
