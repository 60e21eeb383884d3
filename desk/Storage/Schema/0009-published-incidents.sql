-- Incidents that a supervisor has published and that are not over: all that another client may know of them, in words written for clients.
CREATE TABLE published_incidents (
  id $serial$,
  ticket_id BIGINT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  sentence TEXT NOT NULL,
  service TEXT,
  region TEXT,
  at BIGINT NOT NULL
);
