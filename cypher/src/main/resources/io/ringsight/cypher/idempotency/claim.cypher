// Claims an idempotency key for a request and returns what stands under it: ours, when nobody claimed it before. Forgets some old ones on the way.
// @param key STRING keyed hash of caller and key
// @param body STRING keyed hash of the body
// @param claim STRING names this attempt
// @param now INTEGER milliseconds since 1970 UTC
// @param forgotten INTEGER what was claimed before is as good as gone
// @param abandoned INTEGER what was claimed before and has no answer is taken over
CALL () {
  MATCH (old:IdempotencyKey)
  WHERE old.created_at < $forgotten
  WITH old LIMIT 100
  DELETE old
}
// An old key goes and comes as another node: who is about to forget the old one, and waits for it, does not take the new one away.
CALL () {
  MATCH (expired:IdempotencyKey {key: $key})
  WHERE expired.created_at < $forgotten
  DELETE expired
}
MERGE (k:IdempotencyKey {key: $key})
SET k.lock = 1
REMOVE k.lock
WITH k, k.claim IS NULL OR (k.status IS NULL AND k.created_at < $abandoned) AS free
FOREACH (_ IN CASE WHEN free THEN [1] ELSE [] END |
  SET k.claim = $claim, k.body = $body, k.created_at = $now, k.status = null, k.account_id = null
)
RETURN k.claim = $claim AS ours, k.body = $body AS same_body, k.status AS status
