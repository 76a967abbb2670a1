// Appends a disposition, unless others came since the caller looked: then nothing comes back.
// @param number INTEGER its number, one more than the last that the caller knows
// @param properties MAP what it says
MATCH (meta:Meta {name: 'ringsight'})
SET meta.lock = 1
REMOVE meta.lock
WITH meta
WHERE NOT EXISTS { MATCH (later:Disposition) WHERE later.number >= $number }
CREATE (d:Disposition {number: $number})
SET d += $properties
RETURN d.number AS number
