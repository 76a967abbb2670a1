// Accounts whose tokens are of older keys; their revision is 0.
// @param version INTEGER version of the keys of today
MATCH (a:Account) WHERE a.key_version < $version
RETURN a.account_id AS account_id, 0 AS revision, a.created_at AS created_at, a.recorded_at AS recorded_at,
  a.country AS country, a.exposure AS exposure, a.content AS content, a.vault AS vault
