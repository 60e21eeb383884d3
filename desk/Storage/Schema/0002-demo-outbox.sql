-- What the demo sent, with its words, so that it can be shown. Elsewhere this table stays empty.
CREATE TABLE demo_outbox (
  id $serial$,
  at BIGINT NOT NULL,
  way TEXT NOT NULL,
  recipient TEXT NOT NULL,
  ticket TEXT,
  subject TEXT,
  text TEXT NOT NULL,
  html TEXT
);
