-- Telephone calls, in and out, as far as they have got. Their names are the carrier's.
CREATE TABLE calls (
  sid TEXT NOT NULL PRIMARY KEY,
  number TEXT NOT NULL,
  received_at BIGINT NOT NULL,
  ended_at BIGINT,
  ticket TEXT,
  engineer TEXT,
  state TEXT NOT NULL
) $clustered$;

-- What a number has done lately: its limits are counted on this.
CREATE INDEX calls_of_number ON calls (number, received_at);
-- Which phones ring for a ticket.
CREATE INDEX calls_going_on ON calls (ticket) WHERE ended_at IS NULL;

-- Messages that callers left. One without a ticket waits for an engineer to say whose it is.
CREATE TABLE voicemails (
  id TEXT NOT NULL PRIMARY KEY,
  call TEXT NOT NULL,
  number TEXT NOT NULL,
  left_at BIGINT NOT NULL,
  seconds INTEGER NOT NULL,
  ticket TEXT,
  handled_by TEXT,
  handled_at BIGINT,
  paged_at BIGINT,
  size BIGINT,
  sha256 TEXT,
  heard TEXT
) $clustered$;

CREATE INDEX voicemails_unidentified ON voicemails (left_at) WHERE ticket IS NULL;
CREATE INDEX voicemails_of_ticket ON voicemails (ticket, left_at) WHERE ticket IS NOT NULL;
CREATE INDEX voicemails_paged ON voicemails (paged_at) WHERE paged_at IS NOT NULL;

-- Who stands in for whom on the rota, beside what the directory's file says. The later row counts.
CREATE TABLE stand_ins (
  id $serial$,
  engineer TEXT NOT NULL,
  from_at BIGINT NOT NULL,
  to_at BIGINT NOT NULL,
  made_by TEXT NOT NULL,
  made_at BIGINT NOT NULL
);

CREATE INDEX stand_ins_ending ON stand_ins (to_at);
