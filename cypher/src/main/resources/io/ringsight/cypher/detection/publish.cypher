// Makes a detection the one that readers see, in place of the one that it was made to follow. Nothing comes back when it is gone,
// or another was published meanwhile.
// @param number INTEGER of the detection
// @param base INTEGER of the detection that it follows, 0 for none
// @param facts MAP its properties
// @param epoch MAP {at, moment, dispositions, sequence, model_version}
MATCH (meta:Meta {name: 'ringsight'})
SET meta.lock = 1
REMOVE meta.lock
WITH meta
MATCH (d:Detection {number: $number, state: 'writing'})
WHERE NOT EXISTS { MATCH (other:Detection {state: 'published'}) WHERE other.number <> $base }
SET d += $facts, d.state = 'published'
CREATE (e:Epoch {number: $number})
SET e += $epoch
WITH d
CALL (d) {
  MATCH (old:Detection {state: 'published'})
  WHERE old.number <> d.number
  SET old.state = 'replaced'
  RETURN count(old) AS replaced
}
RETURN d.number AS number, replaced
