-- The step that enqueued a message, in the form of W3C trace context: its delivery, now or after a restart, belongs to the same trace.
ALTER TABLE outbox ADD COLUMN trace TEXT;
