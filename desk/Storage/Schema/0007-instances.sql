-- The instances of the program that share this store, each with a count that it keeps raising while it lives.
CREATE TABLE instances (
  name TEXT NOT NULL PRIMARY KEY,
  beats BIGINT NOT NULL,
  directory_hash TEXT NOT NULL
) $clustered$;

-- Which instance holds the claim on a message, so that what one held that died can be given up.
ALTER TABLE outbox ADD COLUMN claimed_by TEXT;
