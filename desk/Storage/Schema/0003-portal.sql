-- The web portal: who may come in, who is in, and what was said in its chat. Secrets are kept as hashes only: a copy of the
-- store lets nobody in.

-- Links that were mailed and not used yet.
CREATE TABLE sign_in_links (
  hash TEXT NOT NULL PRIMARY KEY,
  person TEXT NOT NULL,
  expires_at BIGINT NOT NULL
) $clustered$;

-- One row for each browser in which somebody is signed in.
CREATE TABLE sign_ins (
  hash TEXT NOT NULL PRIMARY KEY,
  person TEXT NOT NULL,
  began_at BIGINT NOT NULL,
  seen_at BIGINT NOT NULL
) $clustered$;

-- What was said in the chat, by a person (part 0 of a delivery) and by the desk (the parts that follow).
CREATE TABLE transcript (
  id $serial$,
  conversation TEXT NOT NULL,
  delivery TEXT NOT NULL,
  part INTEGER NOT NULL,
  at BIGINT NOT NULL,
  body TEXT NOT NULL,
  UNIQUE (conversation, delivery, part)
);

-- The end of a conversation.
CREATE INDEX transcript_end ON transcript (conversation, id);
