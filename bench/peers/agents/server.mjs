// The Microsoft 365 Agents SDK: CloudAdapter on express, echoing in the answer to the request itself. Without STORE it keeps nothing; with STORE, the
// path of a file, each activity is on the disk before it is answered, once whatever is delivered twice. Where it finds the
// keys of Microsoft's channel is fixed in it, so its tokens are those of the tenant; and as its own client refuses an authority without
// https, the token that it would fetch for answers of its own is a constant.
import { ActivityHandler, CloudAdapter, authorizeJWT } from '@microsoft/agents-hosting';
import express from 'express';

const { AUTHORITY, APP_ID, PORT, TENANT } = process.env;
const connection = {
  clientId: APP_ID, clientSecret: 'bench', tenantId: TENANT, authority: AUTHORITY, validateIssuer: true, issuers: [`https://sts.windows.net/${TENANT}/`],
};
const settings = {
  ...connection,
  connections: new Map([['serviceConnection', connection]]),
  connectionsMap: [{ serviceUrl: '*', connection: 'serviceConnection' }],
};
const adapter = new CloudAdapter(settings);
const tokens = { connectionSettings: connection, getAccessToken: async () => 'bench' };
adapter.connectionManager.getTokenProviderFromActivity = () => tokens;
adapter.connectionManager.getTokenProvider = () => tokens;
const store = process.env.STORE ? await open(process.env.STORE) : undefined;
const bot = new ActivityHandler();
bot.onMessage(async (turn, next) => {
  store?.run(`${turn.activity.conversation.id}:${turn.activity.id}`, JSON.stringify(turn.activity));
  await turn.sendActivity(`echo: ${turn.activity.text}`);
  await next();
});

const app = express();
app.use(express.json());
app.use(authorizeJWT(settings));
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
