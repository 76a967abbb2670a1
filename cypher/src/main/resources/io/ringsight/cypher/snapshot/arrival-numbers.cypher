// Log sequence numbers of accounts, or of their newest versions, in order.
// @param after INTEGER log sequence number
// @param upto INTEGER the last log sequence number that counts
MATCH (a:Account) WHERE a.seq > $after AND a.seq <= $upto
RETURN a.seq AS seq ORDER BY seq
