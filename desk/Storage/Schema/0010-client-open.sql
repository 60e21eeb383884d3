-- A client's open tickets: few, however many that client has had closed.
CREATE INDEX tickets_open_of_client ON tickets (client, is_open, id) WHERE is_open = 1;
