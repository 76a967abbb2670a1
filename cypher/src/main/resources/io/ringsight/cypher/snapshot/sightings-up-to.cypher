// Sightings of the accounts in a range of internal numbers that were there when the log had come to a sequence number, in columns, with
// the recording times of then.
// @param from INTEGER first number
// @param to INTEGER last number
// @param sequence INTEGER newest log sequence number
UNWIND range($from, $to) AS number
MATCH (a:Account) WHERE id(a) = number
MATCH (a)-[u:USES]->(i:Identifier) WHERE coalesce(u.seq, 0) <= $sequence
RETURN collect(number) AS accounts, collect(id(i)) AS identifiers, collect(u.seen_at) AS seen_at,
  collect(reduce(at = u.recorded_at, k IN reverse(range(0, size(coalesce(u.was_until, [])) - 1)) |
    CASE WHEN u.was_until[k] > $sequence THEN u.was_recorded_at[k] ELSE at END)) AS recorded_at
