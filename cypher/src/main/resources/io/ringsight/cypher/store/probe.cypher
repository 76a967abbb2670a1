// Which graph data science version the server has; no record where it has none.
SHOW PROCEDURES YIELD name
WHERE name = 'gds.version'
RETURN name
