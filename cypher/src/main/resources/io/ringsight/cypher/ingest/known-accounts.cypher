// Which of the accounts the store has, with the content of their newest version.
// @param account_ids LIST of STRING
UNWIND $account_ids AS account_id
MATCH (a:Account {account_id: account_id})
RETURN a.account_id AS account_id, a.content AS content
