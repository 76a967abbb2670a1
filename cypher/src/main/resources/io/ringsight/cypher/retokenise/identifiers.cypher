// Identifiers whose tokens are of older keys.
// @param version INTEGER version of the keys of today
MATCH (i:Identifier) WHERE i.key_version < $version
RETURN i.token AS token, i.type AS type, i.vault AS vault
