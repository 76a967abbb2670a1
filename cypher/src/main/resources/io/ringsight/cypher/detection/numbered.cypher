// A detection that was published and is kept.
// @param number INTEGER of the detection
MATCH (d:Detection {number: $number})
WHERE d.state IN ['published', 'replaced']
RETURN d.number AS number, properties(d) AS facts
