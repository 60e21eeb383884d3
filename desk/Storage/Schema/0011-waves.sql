-- Declarations that likely have one cause: many clients at once. A wave is named after its first ticket.
ALTER TABLE tickets ADD COLUMN service TEXT;
ALTER TABLE tickets ADD COLUMN region TEXT;
ALTER TABLE tickets ADD COLUMN wave TEXT;
CREATE INDEX tickets_of_wave ON tickets (wave, id) WHERE wave IS NOT NULL;

-- cause is the ticket by which it was published: the others follow that one until it is over.
CREATE TABLE waves (
  name TEXT NOT NULL PRIMARY KEY,
  ticket_id BIGINT NOT NULL UNIQUE,
  began_at BIGINT NOT NULL,
  cause BIGINT,
  is_over INTEGER NOT NULL DEFAULT 0
) $clustered$;
