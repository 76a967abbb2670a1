// Accounts in a range of internal numbers, in columns; an empty text where there is no token or no signature.
// @param from INTEGER first number
// @param to INTEGER last number
UNWIND range($from, $to) AS number
MATCH (a:Account) WHERE id(a) = number
RETURN collect(number) AS numbers, collect(a.account_id) AS account_ids, collect(a.created_at) AS created_at,
  collect(a.recorded_at) AS recorded_at, collect(coalesce(a.exposure, 0.0 / 0.0)) AS exposure,
  collect(coalesce(a.given_name, '')) AS given_name, collect(coalesce(a.surname, '')) AS surname,
  collect(coalesce(a.birth_date, '')) AS birth_date,
  collect(coalesce(a.given_name_signature, '')) AS given_name_signature,
  collect(coalesce(a.surname_signature, '')) AS surname_signature,
  collect(coalesce(a.birth_date_signature, '')) AS birth_date_signature
