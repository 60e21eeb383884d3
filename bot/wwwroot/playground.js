// The server draws the page; this only asks for it again when something has changed, moves the clock without leaving it, and lets
// people sit down. Without it everything still works, one page load at a time.

import { all, keepUpWith, select } from './live.js';
import './phones.js';

document.documentElement.classList.add('js');
const said = select('#said');
const lost = select('#lost');

// ---- What changes.

let looking = null;
let again = false;

/** Looks once at a time; what changes meanwhile is worth one more look. */
function look() {
  again = looking !== null;
  looking ??= lookNow().catch(() => {}).finally(() => {
    looking = null;
    if (again) look();
  });
  return looking;
}

async function lookNow() {
  const answer = await fetch(location.href);
  if (!answer.ok) return;
  const known = new Set(all('.message').map(message => message.id));
  keepUpWith(await answer.text());
  all('.message').filter(message => !known.has(message.id)).forEach(message => message.animate({ backgroundColor: ['var(--tint)', 'transparent'] }, 2500));
}

let stream = null;
function listen() {
  if (stream || document.hidden) return;
  stream = new EventSource('/demo/stream');
  stream.addEventListener('changed', () => { lost.hidden = true; look(); });
  stream.addEventListener('error', () => { lost.hidden = false; });
}

document.addEventListener('visibilitychange', () => {
  if (!document.hidden) return listen();
  stream?.close();
  stream = null;
});

// ---- The clock.

select('.moves').addEventListener('submit', async event => {
  event.preventDefault();
  const form = event.target;
  event.submitter?.setAttribute('aria-busy', 'true');
  const answer = await fetch(form.action, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Accept-Language': document.documentElement.lang },
    body: JSON.stringify(Object.fromEntries(new FormData(form, event.submitter))),
  });
  event.submitter?.removeAttribute('aria-busy');
  said.classList.toggle('refused', !answer.ok);
  if (!answer.ok) {
    const problem = await answer.json();
    said.textContent = Object.values(problem.errors ?? {}).flat()[0] ?? problem.detail;
    return;
  }
  form.reset();
  select('input', form)?.blur();
  await look();
  said.textContent = `${select('#now-time').textContent.trim()}, ${select('.date').textContent.trim()}`;
});

// ---- The seats.

function sit(seat, address) {
  select(`[data-frame=${seat}]`).src = address;
}

document.addEventListener('change', event => {
  const seat = event.target.dataset?.seat;
  if (!seat) return;
  const chosen = event.target.selectedOptions[0];
  sit(seat, chosen.dataset.to);
  select(`[data-frame=${seat}]`).title = chosen.textContent;
  select(`[data-apart=${seat}]`).href = chosen.dataset.to;
  const here = new URL(location.href);
  here.searchParams.set(seat, event.target.value);
  here.searchParams.delete('ticket');
  history.replaceState(null, '', here);
  for (const input of all(`input[type=hidden][name=${seat}]`)) input.value = event.target.value;
});

document.addEventListener('click', event => {
  const row = event.target.closest?.('[data-show]');
  if (!row || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  sit('engineer', row.href);
  select('#engineer').scrollIntoView({ block: 'start' });
});

document.addEventListener('submit', event => {
  if (event.target.matches('[data-guard]')) event.submitter?.setAttribute('aria-busy', 'true');
});

// ---- A letter is as long as it is. Loading is heard on its way down, for it does not bubble.

document.addEventListener('load', event => {
  if (event.target.matches?.('.letter')) event.target.style.height = `${event.target.contentDocument.documentElement.scrollHeight + 2}px`;
}, true);

listen();
