// Says of a detection that its parts are being deleted: nobody is to read it any more.
// @param number INTEGER of the detection
MATCH (d:Detection {number: $number, state: 'replaced'})
SET d.state = 'deleting'
