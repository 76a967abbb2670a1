// The detection that readers see.
MATCH (d:Detection {state: 'published'})
RETURN d.number AS number, properties(d) AS facts
ORDER BY number DESC
LIMIT 1
