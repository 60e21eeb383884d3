// Slack Bolt for JavaScript with its own HTTP receiver. Without STORE it acknowledges each event and does nothing else. With STORE, the
// path of a file, each event is on the disk before it is acknowledged, once whatever is delivered twice.
import bolt from '@slack/bolt';

const store = process.env.STORE ? await open(process.env.STORE) : undefined;
const app = new bolt.App({
  signingSecret: process.env.SLACK_SIGNING_SECRET,
  authorize: async () => ({ botToken: 'xoxb-bench', botId: 'B0BENCH', botUserId: 'U0BENCHBOT' }),
  processBeforeResponse: Boolean(store),
  logLevel: bolt.LogLevel.ERROR,
});
app.message(async ({ body }) => {
  store?.run(body.event_id, body.event.ts, JSON.stringify(body));
});
const server = await app.start({ port: Number(process.env.PORT), host: '127.0.0.1' });
server.keepAliveTimeout = 60_000;

async function open(file) {
  const { default: Database } = await import('better-sqlite3');
  const database = new Database(file);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.exec('CREATE TABLE IF NOT EXISTS events (event_id TEXT PRIMARY KEY, ts TEXT NOT NULL, body TEXT NOT NULL) WITHOUT ROWID');
  return database.prepare('INSERT OR IGNORE INTO events VALUES (?, ?, ?)');
}
