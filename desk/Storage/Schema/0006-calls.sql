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

-- What the phone door still has to do at the carrier, apart from any ticket. An errand that is done is gone.
CREATE TABLE errands (
  id $serial$,
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  ready_at BIGINT NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  why TEXT
);

CREATE INDEX errands_ready ON errands (ready_at, id);
