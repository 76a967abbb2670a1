// Deletes a detection whose parts are gone.
// @param number INTEGER of the detection
MATCH (d:Detection {number: $number})
DELETE d
