-- Where the bot is installed in Teams, and so may speak first: by whom, or in which team, and through which address.
CREATE TABLE teams_conversations (
  realm TEXT NOT NULL,
  conversation TEXT NOT NULL,
  kind TEXT NOT NULL,
  chat_user TEXT,
  team TEXT,
  service_url TEXT NOT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY (realm, conversation)
) $clustered$;

CREATE INDEX teams_conversations_of_user ON teams_conversations (realm, chat_user) WHERE chat_user IS NOT NULL;

-- How the bot calls people of the directory on cards; Teams gives each bot its own names.
CREATE TABLE teams_users (
  person TEXT NOT NULL,
  realm TEXT NOT NULL,
  user_id TEXT NOT NULL,
  PRIMARY KEY (person, realm)
) $clustered$;
