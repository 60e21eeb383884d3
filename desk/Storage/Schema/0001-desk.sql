-- Instants are milliseconds since 1970 in UTC, JSON is text, and what differs between databases is filled in by Dialect.cs.

-- What was delivered to the desk, so that a repeat is answered as the first time. Kept seven days, forgotten from the low end.
CREATE TABLE deliveries (
  seq $serial$,
  scope TEXT NOT NULL,
  id TEXT NOT NULL,
  body_hash TEXT NOT NULL,
  outcome TEXT,
  at BIGINT NOT NULL,
  UNIQUE (scope, id)
);

-- The last number given in each series: INC-000123 comes after INC-000122, and a refused declaration leaves no hole.
CREATE TABLE counters (
  kind TEXT NOT NULL PRIMARY KEY,
  last BIGINT NOT NULL
) $clustered$;

-- The ticket as folded from its events. Long columns come last, so that filters read no further than they need.
CREATE TABLE tickets (
  id $serial$,
  kind TEXT NOT NULL,
  number BIGINT NOT NULL,
  reference TEXT NOT NULL UNIQUE,
  client TEXT NOT NULL,
  status TEXT NOT NULL,
  is_open INTEGER NOT NULL,
  priority TEXT NOT NULL,
  assignee TEXT,
  declared_at BIGINT NOT NULL,
  updated_at BIGINT NOT NULL,
  due_at BIGINT NOT NULL,
  next_due BIGINT,
  version INTEGER NOT NULL,
  state TEXT NOT NULL
);

-- A list of one kind: requests among a million incidents.
CREATE INDEX tickets_of_kind ON tickets (kind, id);
-- A client's own list. It comes after the one above because SQLite, which knows nothing of how many there are, prefers the later.
CREATE INDEX tickets_of_client ON tickets (client, id);
-- The desk's home page, newest first and by deadline: few tickets are open, however many were closed.
CREATE INDEX tickets_open_newest ON tickets (is_open, id) WHERE is_open = 1;
CREATE INDEX tickets_open_deadline ON tickets (is_open, due_at, id) WHERE is_open = 1;
-- The sweep: only tickets for which something will fall due.
CREATE INDEX tickets_next_due ON tickets (next_due, id) WHERE next_due IS NOT NULL;

-- The timeline. Rows are only ever added at the end; the key finds those of one ticket and admits no sequence number twice.
CREATE TABLE events (
  id $serial$,
  ticket_id BIGINT NOT NULL,
  seq INTEGER NOT NULL,
  at BIGINT NOT NULL,
  actor TEXT NOT NULL,
  door TEXT NOT NULL,
  type TEXT NOT NULL,
  internal INTEGER NOT NULL,
  data TEXT NOT NULL,
  UNIQUE (ticket_id, seq)
);

-- Messages to be sent, in order within a lane. Only the first unsettled row of a lane has a ready_at: the instant from which
-- it may be claimed, or the end of the claim that a pump holds on it. The rows behind it wait for their turn with NULL.
CREATE TABLE outbox (
  id $serial$,
  lane TEXT NOT NULL,
  urgent INTEGER NOT NULL,
  way TEXT NOT NULL,
  recipient TEXT NOT NULL,
  ticket_id BIGINT,
  notice TEXT NOT NULL,
  not_before BIGINT NOT NULL,
  created_at BIGINT NOT NULL,
  ready_at BIGINT,
  attempts INTEGER NOT NULL DEFAULT 0,
  outcome TEXT,
  settled_at BIGINT,
  vendor_id TEXT,
  why TEXT,
  arguments TEXT NOT NULL
);

-- Who is next in a lane.
CREATE INDEX outbox_lane ON outbox (lane, id) WHERE outcome IS NULL;
-- What a pump may take, longest ready first.
CREATE INDEX outbox_ready ON outbox (urgent, ready_at, id) WHERE ready_at IS NOT NULL;

-- Half-filled declarations and other dialogs, one row a conversation.
CREATE TABLE dialogs (
  conversation TEXT NOT NULL PRIMARY KEY,
  version INTEGER NOT NULL,
  state TEXT NOT NULL,
  updated_at BIGINT NOT NULL
) $clustered$;

-- A few facts of the installation itself, such as where the demo's clock stands.
CREATE TABLE settings (
  name TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) $clustered$;
