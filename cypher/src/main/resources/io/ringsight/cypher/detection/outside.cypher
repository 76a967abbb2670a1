// The risks of accounts in no ring of a detection.
// @param number INTEGER of the detection
MATCH (o:OutsideRisks {detection: $number})
RETURN o.account_ids AS account_ids, o.risks AS risks, o.reasons AS reasons
