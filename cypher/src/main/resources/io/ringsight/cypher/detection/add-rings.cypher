// Adds rings and their members to a detection that is being written.
// @param number INTEGER of the detection
// @param rings LIST of MAP {properties, members: LIST of MAP {account_id, risk, reasons}}
UNWIND $rings AS row
CREATE (r:Ring {detection: $number})
SET r += row.properties
WITH r, row
UNWIND row.members AS member
MATCH (a:Account {account_id: member.account_id})
CREATE (a)-[:MEMBER_OF {detection: $number, risk: member.risk, reasons: member.reasons}]->(r)
