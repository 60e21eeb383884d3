-- What stands about tickets in chats: a ticket's card (seq 0), what was told under it, and what people wrote there, each by the
-- event that it is. A reply finds its ticket by the message that it is under. A card that was shown to one person has its reader; once
-- a newer one took its place there, its seq is -1.
CREATE TABLE posted_messages (
  way TEXT NOT NULL,
  conversation TEXT NOT NULL,
  message TEXT NOT NULL,
  realm TEXT NOT NULL,
  ticket_id BIGINT NOT NULL,
  side TEXT NOT NULL,
  seq INTEGER NOT NULL,
  reader TEXT,
  PRIMARY KEY (way, conversation, message)
) $clustered$;

CREATE INDEX posted_of_ticket ON posted_messages (ticket_id, way, side, seq);

-- Messages that say how something stands, and that nobody has claimed: one more of the same is not needed.
CREATE INDEX outbox_latest ON outbox (ticket_id, recipient, notice) WHERE arguments = '' AND outcome IS NULL AND attempts = 0;

-- Who somebody is in a chat, where the directory does not say: proven by a code mailed to their registered address.
CREATE TABLE chat_links (
  service TEXT NOT NULL,
  realm TEXT NOT NULL,
  chat_user TEXT NOT NULL,
  person TEXT NOT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY (service, realm, chat_user)
) $clustered$;

CREATE INDEX chat_links_of_person ON chat_links (person);

-- Codes on their way, as hashes only, and how often somebody guessed wrong.
CREATE TABLE link_codes (
  service TEXT NOT NULL,
  realm TEXT NOT NULL,
  chat_user TEXT NOT NULL,
  person TEXT,
  hash TEXT,
  asked_at BIGINT NOT NULL,
  mails INTEGER NOT NULL,
  wrong INTEGER NOT NULL,
  locked_until BIGINT,
  PRIMARY KEY (service, realm, chat_user)
) $clustered$;

-- Workspaces that installed the Slack app themselves. Tokens are encrypted before they come here.
CREATE TABLE slack_installations (
  team TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  bot_user TEXT NOT NULL,
  token TEXT NOT NULL,
  refresh TEXT,
  expires_at BIGINT,
  at BIGINT NOT NULL
) $clustered$;
