// Begins a detection that nobody sees yet, with the next number.
OPTIONAL MATCH (d:Detection)
WITH coalesce(max(d.number), 0) + 1 AS number
CREATE (:Detection {number: number, state: 'writing'})
RETURN number
