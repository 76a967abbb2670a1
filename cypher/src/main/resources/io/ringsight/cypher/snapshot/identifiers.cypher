// Identifiers in a range of internal numbers, in columns.
// @param from INTEGER first number
// @param to INTEGER last number
UNWIND range($from, $to) AS number
MATCH (i:Identifier) WHERE id(i) = number
RETURN collect(number) AS numbers, collect(i.token) AS tokens, collect(i.type) AS types
