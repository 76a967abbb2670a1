// Identifiers in a range of internal numbers, in columns; an empty text where there is no signature.
// @param from INTEGER first number
// @param to INTEGER last number
UNWIND range($from, $to) AS number
MATCH (i:Identifier) WHERE id(i) = number
RETURN collect(number) AS numbers, collect(i.token) AS tokens, collect(i.type) AS types,
  collect(coalesce(i.signature, '')) AS signatures, collect(coalesce(i.blocking_keys, [])) AS blocking_keys,
  collect(coalesce(i.placeholder, false)) AS placeholders
