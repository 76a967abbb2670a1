// Keeps what a request that claimed an idempotency key was answered.
// @param key STRING keyed hash of caller and key
// @param claim STRING names the attempt
// @param status INTEGER of the answer
// @param account_id STRING that came in
MATCH (k:IdempotencyKey {key: $key})
SET k.lock = 1
REMOVE k.lock
WITH k WHERE k.claim = $claim
SET k.status = $status, k.account_id = $account_id
