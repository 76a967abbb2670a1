// Sightings of the accounts in a range of internal numbers, in columns.
// @param from INTEGER first number
// @param to INTEGER last number
UNWIND range($from, $to) AS number
MATCH (a:Account) WHERE id(a) = number
MATCH (a)-[u:USES]->(i:Identifier)
RETURN collect(number) AS accounts, collect(id(i)) AS identifiers, collect(u.seen_at) AS seen_at,
  collect(u.recorded_at) AS recorded_at
