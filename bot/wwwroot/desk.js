// The server draws the page; this only asks for it again when something has changed, and moves the clock without leaving it.
// Without it everything still works, one page load at a time.

const said = document.getElementById('said');
const lost = document.querySelector('.lost');
const shown = new Map(parts().map(part => [part.id, part.innerHTML]));
let looking = null;
let again = false;

function parts(of = document) {
  return [...of.querySelectorAll('[data-live]')];
}

/** Looks once at a time; what changes meanwhile is worth one more look. */
function look() {
  again = looking !== null;
  looking ??= lookNow().finally(() => {
    looking = null;
    if (again) look();
  });
  return looking;
}

async function lookNow() {
  const answer = await fetch(location.href);
  if (!answer.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
  for (const part of parts(fresh)) show(part);
}

function show(fresh) {
  const part = document.getElementById(fresh.id);
  if (shown.get(fresh.id) === fresh.innerHTML || isBeingFilled(part)) return;
  shown.set(fresh.id, fresh.innerHTML);
  const focus = part.contains(document.activeElement) ? document.activeElement.closest('[id]')?.id : null;
  const open = [...part.querySelectorAll('details[open]')].map(details => details.id);
  part.replaceChildren(...fresh.childNodes);
  for (const id of open) document.getElementById(id)?.setAttribute('open', '');
  if (focus) document.getElementById(focus)?.focus();
}

function isBeingFilled(part) {
  return [...part.querySelectorAll('input')].some(input => input === document.activeElement || input.value !== input.defaultValue);
}

function say(words, isRefused) {
  said.classList.toggle('refused', isRefused);
  said.textContent = words;
}

document.querySelector('.moves').addEventListener('submit', async event => {
  event.preventDefault();
  const form = event.target;
  const answer = await fetch(form.action, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Accept-Language': document.documentElement.lang },
    body: JSON.stringify(Object.fromEntries(new FormData(form, event.submitter))),
  });
  if (!answer.ok) {
    const problem = await answer.json();
    say(Object.values(problem.errors ?? {}).flat()[0] ?? problem.detail, true);
    return;
  }
  form.reset();
  form.querySelector('input')?.blur();
  await look();
  say(document.getElementById('now').innerText.split('\n').filter(line => line).slice(0, 2).join(', '), false);
});

const stream = new EventSource('/demo/queue/stream');
stream.addEventListener('changed', () => { lost.hidden = true; look(); });
stream.addEventListener('error', () => { lost.hidden = false; });
