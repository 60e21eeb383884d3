// The Bot Framework SDK for JavaScript: CloudAdapter on express, echoing in the answer to the request itself. Without STORE it keeps nothing.
// With STORE, the path of a file, each activity is on the disk before it is answered, once whatever is delivered twice.
import botbuilder from 'botbuilder';
import express from 'express';

const { ActivityHandler, CloudAdapter, ConfigurationBotFrameworkAuthentication } = botbuilder;
const { AUTHORITY, APP_ID, PORT, TENANT } = process.env;
const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({
  MicrosoftAppId: APP_ID,
  MicrosoftAppPassword: 'bench',
  MicrosoftAppType: 'SingleTenant',
  MicrosoftAppTenantId: TENANT,
  ToChannelFromBotLoginUrl: `${AUTHORITY}/${TENANT}`,
  ToChannelFromBotOAuthScope: 'https://api.botframework.com',
  ToBotFromChannelTokenIssuer: 'https://api.botframework.com',
  ToBotFromChannelOpenIdMetadataUrl: `${AUTHORITY}/botframework/.well-known/openidconfiguration`,
  ToBotFromEmulatorOpenIdMetadataUrl: `${AUTHORITY}/${TENANT}/v2.0/.well-known/openid-configuration`,
  OAuthUrl: 'https://api.botframework.com',
  CallerId: 'urn:botframework:azure',
}));
const store = process.env.STORE ? await open(process.env.STORE) : undefined;
const bot = new ActivityHandler();
bot.onMessage(async (turn, next) => {
  store?.run(`${turn.activity.conversation.id}:${turn.activity.id}`, JSON.stringify(turn.activity));
  await turn.sendActivity(`echo: ${turn.activity.text}`);
  await next();
});

const app = express();
app.use(express.json());
app.post('/api/messages', (request, response) => adapter.process(request, response, turn => bot.run(turn)));
app.listen(Number(PORT), '127.0.0.1').keepAliveTimeout = 60_000;

async function open(file) {
  const { default: Database } = await import('better-sqlite3');
  const database = new Database(file);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.exec('CREATE TABLE IF NOT EXISTS events (id TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID');
  return database.prepare('INSERT OR IGNORE INTO events VALUES (?, ?)');
}
