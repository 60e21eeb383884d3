// Twilio's own middleware for Node: it verifies the signature and answers with TwiML. Without STORE it keeps nothing; with STORE, the path of a file,
// each request is on the disk before it is answered, once whatever is delivered twice.
import express from 'express';
import twilio from 'twilio';

const port = Number(process.env.PORT);
const store = process.env.STORE ? await open(process.env.STORE) : undefined;
const app = express();
app.use(express.urlencoded({ extended: false }));
app.post('/voice/answer', twilio.webhook({ validate: true, protocol: 'http', host: `127.0.0.1:${port}` }, process.env.TWILIO_AUTH_TOKEN), (request, response) => {
  store?.run(`${request.body.CallSid}:${request.body.CallStatus}`, JSON.stringify(request.body));
  const answer = new twilio.twiml.VoiceResponse();
  const gather = answer.gather({ input: 'dtmf', numDigits: 1, action: '/voice/menu', actionOnEmptyResult: true, timeout: 5 });
  gather.say({ language: 'fr-FR', voice: 'Polly.Lea-Neural' }, 'Bonjour, tapez 1 pour laisser un message.');
  response.type('text/xml').send(answer.toString());
});
app.listen(port, '127.0.0.1');

async function open(file) {
  const { default: Database } = await import('better-sqlite3');
  const database = new Database(file);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.exec('CREATE TABLE IF NOT EXISTS events (id TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID');
  return database.prepare('INSERT OR IGNORE INTO events VALUES (?, ?)');
}
