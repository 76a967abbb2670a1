CREATE CONSTRAINT account_account_id IF NOT EXISTS FOR (a:Account) REQUIRE a.account_id IS UNIQUE;
CREATE CONSTRAINT identifier_token IF NOT EXISTS FOR (i:Identifier) REQUIRE i.token IS UNIQUE;
CREATE CONSTRAINT revision_account_id_revision IF NOT EXISTS FOR (r:Revision) REQUIRE (r.account_id, r.revision) IS UNIQUE;
CREATE CONSTRAINT label_account_id_label_labelled_at IF NOT EXISTS FOR (l:Label) REQUIRE (l.account_id, l.label, l.labelled_at) IS UNIQUE;
CREATE CONSTRAINT meta_name IF NOT EXISTS FOR (m:Meta) REQUIRE m.name IS UNIQUE;
