// Dispositions after one, in order.
// @param after INTEGER number of the last that the caller knows, 0 for none
MATCH (d:Disposition)
WHERE d.number > $after
RETURN d.number AS number, properties(d) AS properties
ORDER BY number
