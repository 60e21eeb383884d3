// Pages that keep up: what changed is fetched as the page itself, and only what differs is exchanged.

export const select = (query, within = document) => within.querySelector(query);
export const all = (query, within = document) => [...within.querySelectorAll(query)];

const oneTime = 'input[name=delivery], input[name=__RequestVerificationToken]';

function essence(element) {
  const copy = element.cloneNode(true);
  all(oneTime, copy).forEach(input => input.remove());
  [copy, ...all('details', copy)].forEach(details => details.removeAttribute('open'));
  all('iframe', copy).forEach(frame => frame.removeAttribute('style'));
  all('[data-digits]', copy).forEach(digits => digits.replaceChildren());
  return copy;
}

/** Somebody is writing in it: it stays as it is until they are done. */
function busy(element) {
  const active = document.activeElement;
  if (element.contains(active) && active.matches('textarea, select, input')) return true;
  return all('textarea, input', element).some(field =>
    field.type === 'file' ? field.files.length > 0
      : field.type === 'radio' || field.type === 'checkbox' ? field.checked !== field.defaultChecked
        : field.type !== 'hidden' && field.value !== field.defaultValue);
}

export function exchange(old, fresh) {
  if (essence(old).isEqualNode(essence(fresh)) || busy(old)) return;
  const opened = [old, ...all('details', old)].filter(details => details.open && details.id).map(details => details.id);
  [fresh, ...all('details', fresh)].filter(details => opened.includes(details.id)).forEach(details => details.setAttribute('open', ''));
  const focused = old.contains(document.activeElement) ? document.activeElement.id : '';
  old.replaceWith(fresh);
  if (focused) document.getElementById(focused)?.focus();
}

function keepUp(old, fresh) {
  const ids = new Set([...fresh.children].map(child => child.id));
  [...old.children].filter(child => !ids.has(child.id) && !busy(child)).forEach(child => child.remove());
  let before = null;
  for (const child of [...fresh.children]) {
    const known = child.id && document.getElementById(child.id);
    if (known && known.parentElement === old) exchange(known, child);
    else before ? before.after(child) : old.prepend(child);
    before = (child.id && document.getElementById(child.id)) || child;
  }
}

/** Brings every live part of this page to what a fresh copy of it says, and hands back the copy. */
export function keepUpWith(html) {
  const fresh = new DOMParser().parseFromString(html, 'text/html');
  for (const old of all('[data-live]')) {
    const same = fresh.getElementById(old.id);
    if (same) keepUp(old, same);
  }
  return fresh;
}
