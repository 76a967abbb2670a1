// Counts what a detection holds, to see that it is whole.
// @param number INTEGER of the detection
RETURN
  COUNT { MATCH (:Ring {detection: $number}) } AS rings,
  COUNT { MATCH ()-[:MEMBER_OF {detection: $number}]->() } AS members,
  COUNT { MATCH ()-[:LINKED {detection: $number}]->() } AS links,
  COUNT { MATCH ()-[:RESEMBLES {detection: $number}]->() } AS resemblances,
  COUNT { MATCH (:OutsideRisks {detection: $number}) } AS parts,
  COUNT { MATCH (:RingVersion {detection: $number}) } AS versions,
  COUNT { MATCH (:RingEvent {detection: $number}) } AS events
