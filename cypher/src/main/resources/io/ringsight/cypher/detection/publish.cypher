// Makes a detection the one that readers see, in place of the one before. Nothing comes back when it is gone.
// @param number INTEGER of the detection
// @param facts MAP its properties
MATCH (d:Detection {number: $number, state: 'writing'})
SET d += $facts, d.state = 'published'
WITH d
CALL (d) {
  MATCH (old:Detection {state: 'published'})
  WHERE old.number <> d.number
  SET old.state = 'replaced'
  RETURN count(old) AS replaced
}
RETURN d.number AS number, replaced
