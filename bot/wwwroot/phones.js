// The telephones: presses go without leaving the page, new words are read aloud, and messages are recorded as telephones do.

import { all, select } from './live.js';

const Rate = 8000;
const row = select('#phones');

async function post(action, body) {
  await fetch(action, { method: 'POST', body });
}

row?.addEventListener('submit', async event => {
  event.preventDefault();
  const form = event.target;
  event.submitter?.setAttribute('aria-busy', 'true');
  const body = new FormData(form, event.submitter);
  form.reset();
  await post(event.submitter?.getAttribute('formaction') ?? form.action, body);
});

// ---- Read aloud.

const aloud = select('#aloud');
const silent = 'phones-silent';

function speak(line) {
  if (!window.speechSynthesis || localStorage.getItem(silent)) return;
  const words = new SpeechSynthesisUtterance(line.textContent.trim());
  words.lang = line.lang;
  speechSynthesis.speak(words);
}

function hush() {
  window.speechSynthesis?.cancel();
}

if (aloud && window.speechSynthesis) {
  const show = () => aloud.setAttribute('aria-pressed', String(!localStorage.getItem(silent)));
  aloud.hidden = false;
  show();
  aloud.addEventListener('click', () => {
    localStorage.getItem(silent) ? localStorage.removeItem(silent) : localStorage.setItem(silent, '1');
    hush();
    show();
  });
  row.addEventListener('submit', hush);
}

const arrivals = new MutationObserver(changes => {
  for (const change of changes)
    for (const line of change.addedNodes)
      if (line.matches?.('[data-aloud]')) {
        speak(line);
        line.parentElement.scrollTop = line.parentElement.scrollHeight;
      }
});
for (const heard of all('.heard')) {
  heard.scrollTop = heard.scrollHeight;
  arrivals.observe(heard, { childList: true });
}

// ---- Messages.

/** One channel of 16 bits, 8,000 times a second. */
async function telephoned(blob) {
  const whole = await new AudioContext().decodeAudioData(await blob.arrayBuffer());
  const offline = new OfflineAudioContext(1, Math.max(1, Math.ceil(whole.duration * Rate)), Rate);
  const source = offline.createBufferSource();
  source.buffer = whole;
  source.connect(offline.destination);
  source.start();
  const samples = (await offline.startRendering()).getChannelData(0);
  const wav = new DataView(new ArrayBuffer(44 + samples.length * 2));
  const write = (at, text) => [...text].forEach((letter, i) => wav.setUint8(at + i, letter.charCodeAt(0)));
  write(0, 'RIFF');
  wav.setUint32(4, 36 + samples.length * 2, true);
  write(8, 'WAVEfmt ');
  wav.setUint32(16, 16, true);
  wav.setUint16(20, 1, true);
  wav.setUint16(22, 1, true);
  wav.setUint32(24, Rate, true);
  wav.setUint32(28, Rate * 2, true);
  wav.setUint16(32, 2, true);
  wav.setUint16(34, 16, true);
  write(36, 'data');
  wav.setUint32(40, samples.length * 2, true);
  samples.forEach((sample, i) => wav.setInt16(44 + i * 2, Math.max(-1, Math.min(1, sample)) * 0x7fff, true));
  return new Blob([wav], { type: 'audio/wav' });
}

async function leave(form, blob) {
  const body = new FormData(form);
  body.set('sound', await telephoned(blob), 'message.wav');
  form.reset();
  await post(form.action, body);
}

let recorder = null;

async function record(button) {
  if (recorder) return;
  hush();
  recorder = 'asked';
  const microphone = await navigator.mediaDevices.getUserMedia({ audio: true }).catch(() => null);
  if (!microphone || recorder !== 'asked') {
    microphone?.getTracks().forEach(track => track.stop());
    recorder = null;
    return;
  }
  const pieces = [];
  recorder = new MediaRecorder(microphone);
  recorder.addEventListener('dataavailable', event => pieces.push(event.data));
  recorder.addEventListener('stop', () => {
    microphone.getTracks().forEach(track => track.stop());
    button.setAttribute('aria-pressed', 'false');
    leave(button.form, new Blob(pieces, { type: recorder.mimeType }));
    recorder = null;
  });
  button.setAttribute('aria-pressed', 'true');
  recorder.start();
}

function finish() {
  if (recorder === 'asked') recorder = null;
  else recorder?.stop();
}

const held = event => event.target.closest?.('[data-hold]');
const isPress = event => event.key === ' ' || event.key === 'Enter';

document.addEventListener('pointerdown', event => { if (held(event)) record(held(event)); });
document.addEventListener('pointerup', finish);
document.addEventListener('pointercancel', finish);
document.addEventListener('keydown', event => {
  if (!held(event) || !isPress(event)) return;
  event.preventDefault();
  if (!event.repeat) record(held(event));
});
document.addEventListener('keyup', event => { if (held(event) && isPress(event)) finish(); });
document.addEventListener('change', event => {
  if (event.target.matches('[data-sound]') && event.target.files.length > 0) leave(event.target.form, event.target.files[0]);
});
