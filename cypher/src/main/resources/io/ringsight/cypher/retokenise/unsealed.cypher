// How many nodes hold tokens and no sealed value: they cannot be made again under another key.
CALL () { MATCH (i:Identifier) WHERE i.vault IS NULL RETURN count(i) AS identifiers }
CALL () { MATCH (a:Account) WHERE a.vault IS NULL RETURN count(a) AS accounts }
RETURN identifiers + accounts AS unsealed
