CREATE INDEX account_seq IF NOT EXISTS FOR (a:Account) ON (a.seq);
