// Revisions whose tokens are of older keys.
// @param version INTEGER version of the keys of today
MATCH (a:Revision) WHERE a.key_version < $version
RETURN a.account_id AS account_id, a.revision AS revision, a.created_at AS created_at, a.recorded_at AS recorded_at,
  a.country AS country, a.exposure AS exposure, a.content AS content, a.vault AS vault
