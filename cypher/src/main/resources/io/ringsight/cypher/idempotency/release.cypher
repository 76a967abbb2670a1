// Gives up a claim on an idempotency key: the request came to nothing and may be sent again.
// @param key STRING keyed hash of caller and key
// @param claim STRING names the attempt
MATCH (k:IdempotencyKey {key: $key})
SET k.lock = 1
REMOVE k.lock
WITH k WHERE k.claim = $claim AND k.status IS NULL
DELETE k
