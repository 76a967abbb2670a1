// Accounts in a range of internal numbers, in columns.
// @param from INTEGER first number
// @param to INTEGER last number
UNWIND range($from, $to) AS number
MATCH (a:Account) WHERE id(a) = number
RETURN collect(number) AS numbers, collect(a.account_id) AS account_ids, collect(a.created_at) AS created_at,
  collect(a.recorded_at) AS recorded_at, collect(coalesce(a.exposure, 0.0 / 0.0)) AS exposure,
  collect(coalesce(a.given_name, '')) AS given_name, collect(coalesce(a.surname, '')) AS surname,
  collect(coalesce(a.birth_date, '')) AS birth_date
