// Twilio's own middleware for Node: it verifies the signature, answers with TwiML, and keeps nothing.
import express from 'express';
import twilio from 'twilio';

const port = Number(process.env.PORT);
const app = express();
app.use(express.urlencoded({ extended: false }));
app.post('/voice/answer', twilio.webhook({ validate: true, protocol: 'http', host: `127.0.0.1:${port}` }, process.env.TWILIO_AUTH_TOKEN), (request, response) => {
  const answer = new twilio.twiml.VoiceResponse();
  const gather = answer.gather({ input: 'dtmf', numDigits: 1, action: '/voice/menu', actionOnEmptyResult: true, timeout: 5 });
  gather.say({ language: 'fr-FR', voice: 'Polly.Lea-Neural' }, 'Bonjour, tapez 1 pour laisser un message.');
  response.type('text/xml').send(answer.toString());
});
app.listen(port, '127.0.0.1');
