// Adds the risks of accounts in no ring to a detection that is being written: many to a node, three lists of one length.
// @param number INTEGER of the detection
// @param part INTEGER position of this part
// @param account_ids LIST of STRING
// @param risks LIST of FLOAT
// @param reasons LIST of STRING
CREATE (:OutsideRisks {detection: $number, part: $part, account_ids: $account_ids, risks: $risks, reasons: $reasons})
