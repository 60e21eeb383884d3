// Makes the portal's pages live. Every page works without this; with it nothing is reloaded, lost or sent twice.

import { all, exchange, keepUpWith, select } from './live.js';

document.documentElement.classList.add('js');
const base = document.body.dataset.base ?? '';

function show(html) {
  const atEnd = innerHeight + scrollY >= document.documentElement.scrollHeight - 120;
  const fresh = keepUpWith(html);
  if (!select('.talk > .empty', fresh)) select('.talk > .empty')?.remove();
  tick();
  if (atEnd) toEnd();
}

/** Fetches a page of ours; a sign-in page in its stead means that this browser is signed out. */
async function fetchPage(address, options) {
  const response = await fetch(address, { credentials: 'same-origin', ...options });
  if (response.status === 401 || new URL(response.url).pathname.startsWith(`${base}/portal/sign-in`)) {
    select('#signed-out').hidden = false;
    throw new Error('signed out');
  }
  return response;
}

let refreshing = null;
function refresh() {
  if (!select('[data-live]')) return;
  refreshing ??= new Promise(resolve => setTimeout(resolve, 120)).then(async () => {
    refreshing = null;
    const response = await fetchPage(location.href);
    if (response.ok) show(await response.text());
  }).catch(() => { refreshing = null; });
}

// ---- Listening, while the page is in sight.

let stream = null;
let lost = null;
function listen() {
  const about = document.body.dataset.liveAbout;
  if (!about || stream || document.hidden) return;
  stream = new EventSource(`${base}/portal/live`);
  stream.addEventListener('change', event => {
    if (event.data === '*' || about === '*' || event.data === about) refresh();
  });
  stream.addEventListener('signed-out', () => {
    stream.close();
    select('#signed-out').hidden = false;
  });
  stream.addEventListener('open', () => {
    // What changed while the line was down was not heard.
    if (lost) refresh();
    clearTimeout(lost);
    lost = null;
    select('#offline').hidden = true;
  });
  stream.addEventListener('error', () => {
    lost ??= setTimeout(() => { select('#offline').hidden = false; }, 6000);
    if (stream?.readyState !== EventSource.CLOSED) return;
    stream = null;
    fetchPage(`${base}/portal/help`).catch(() => {});
  });
}

document.addEventListener('visibilitychange', () => {
  if (document.hidden) {
    stream?.close();
    stream = null;
  } else {
    listen();
    refresh();
  }
});
addEventListener('pagehide', () => stream?.close());
addEventListener('offline', () => { select('#offline').hidden = false; });
addEventListener('online', () => { select('#offline').hidden = true; refresh(); });

// ---- The clock runs as long as the contract counts, then asks again.

const started = new WeakMap();
const soon = 30 * 60 * 1000;

function tick() {
  for (const clock of all('[data-left]')) {
    if (!started.has(clock)) started.set(clock, performance.now());
    const runs = Number(clock.dataset.runs);
    const passed = Math.min(performance.now() - started.get(clock), runs);
    const left = Math.max(0, Number(clock.dataset.left) - passed);
    const seconds = Math.floor(left / 1000);
    const two = number => String(number).padStart(2, '0');
    select('[data-digits]', clock).textContent = `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
    clock.classList.toggle('soon', left < soon);
    if (runs > 0 && passed >= runs && !clock.dataset.asked) {
      clock.dataset.asked = 'yes';
      setTimeout(refresh, 1500);
    }
  }
}
setInterval(tick, 1000);

// ---- The chat: what is sent is seen at once, and sent again under the same name until it has arrived.

const newDelivery = () => [...crypto.getRandomValues(new Uint8Array(16))].map(byte => byte.toString(16).padStart(2, '0')).join('');
const toEnd = () => { if (select('#transcript')) scrollTo({ top: document.documentElement.scrollHeight }); };

function pendingLine(words) {
  const line = select('#pending').content.firstElementChild.cloneNode(true);
  select('.bubble', line).textContent = words;
  select('#transcript').append(line);
  toEnd();
  return line;
}

async function say(body, line) {
  select('.failed', line)?.remove();
  try {
    const response = await fetchPage(`${base}/portal`, { method: 'POST', body });
    if (!response.ok) throw new Error(String(response.status));
    line.remove();
    show(await response.text());
    toEnd();
  } catch {
    const failed = select('#failed').content.cloneNode(true);
    select('button', failed).addEventListener('click', () => say(body, line));
    line.append(failed);
    toEnd();
  }
}

document.addEventListener('submit', event => {
  const form = event.target;
  if (!form.matches('[data-chat]') || !select('#transcript')) return;
  event.preventDefault();
  const body = new FormData(form, event.submitter);
  body.set('delivery', newDelivery());
  const words = event.submitter?.value && event.submitter.name ? event.submitter.textContent : body.get('text') ?? select('h2', form)?.textContent ?? '';
  if (form.id === 'composer') form.reset();
  else all('button', form).forEach(button => { button.disabled = true; });
  select('.talk > .empty')?.remove();
  say(new URLSearchParams(body), pendingLine(words.trim()));
});

document.addEventListener('keydown', event => {
  if (event.key !== 'Enter' || event.isComposing || !event.target.matches('textarea')) return;
  const plain = !event.shiftKey && !event.ctrlKey && !event.metaKey;
  if (event.target.id === 'words' ? plain : event.ctrlKey || event.metaKey) {
    event.preventDefault();
    event.target.form.requestSubmit();
  }
});

// ---- Forms: one press sends once; the declaration is kept while it is written, and says what it makes of the answers.

document.addEventListener('submit', event => {
  const form = event.target;
  if (event.defaultPrevented || !form.matches('[data-guard], #declaration')) return;
  if (form.dataset.sent) return event.preventDefault();
  form.dataset.sent = 'yes';
  clearTimeout(drafting);
  event.submitter?.setAttribute('aria-busy', 'true');
});
addEventListener('pageshow', () => all('[data-sent]').forEach(form => { delete form.dataset.sent; }));

document.addEventListener('change', event => {
  if (event.target.matches('[data-submit]')) event.target.form.requestSubmit();
  if (event.target.matches('[data-files]')) chosen(event.target);
});

/** Shows the chosen files, and says before they are on their way when they are too many or too large. */
function chosen(input) {
  const files = [...input.files];
  const names = document.getElementById(input.dataset.files);
  const fits = files.length <= Number(input.dataset.most) && files.every(file => file.size <= Number(input.dataset.bytes));
  names.textContent = files.map(file => `${file.name} · `).join('');
  input.setCustomValidity(fits ? '' : names.parentElement.textContent);
  input.reportValidity();
}

let drafting;
select('[data-draft]')?.addEventListener('input', event => {
  const form = event.currentTarget;
  const box = event.target.closest('[data-field]');
  if (box) select('.error', box).textContent = '';
  event.target.removeAttribute('aria-invalid');
  clearTimeout(drafting);
  drafting = setTimeout(() => keep(form), 500);
});

async function keep(form) {
  try {
    const response = await fetchPage(form.dataset.draft, { method: 'POST', body: new URLSearchParams(new FormData(form)) });
    if (!response.ok) return;
    const fresh = new DOMParser().parseFromString(await response.text(), 'text/html');
    for (const box of all('[data-field]', fresh)) {
      const when = document.getElementById(box.id);
      box.dataset.when ? when.dataset.when = box.dataset.when : delete when.dataset.when;
    }
    for (const part of all('.mark[data-part], #suggestion', fresh)) exchange(document.getElementById(part.id), part);
    select('#kept').hidden = false;
  } catch { /* The page still holds everything; the next change tries again. */ }
}

listen();
tick();
if (!location.hash) toEnd();
