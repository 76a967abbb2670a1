// Takes a run of log sequence numbers that nobody else gets; returns the first.
// @param count INTEGER how many
MATCH (meta:Meta {name: 'ringsight'})
SET meta.lock = 1
WITH meta, meta.next_sequence AS first
SET meta.next_sequence = first + $count
REMOVE meta.lock
RETURN first
