// Appends labels that are not there yet.
// @param labels LIST of MAP {account_id, label, labelled_at}
UNWIND $labels AS row
MERGE (l:Label {account_id: row.account_id, label: row.label, labelled_at: row.labelled_at})
