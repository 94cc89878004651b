// Keys for the queue and a request; every one of them has something to click as well.
'use strict';

const lines = [...document.querySelectorAll('.queue tbody tr')];
let here = -1;

function go(to) {
  if (!lines.length) return;
  lines[here]?.classList.remove('here');
  here = Math.max(0, Math.min(lines.length - 1, to));
  lines[here].classList.add('here');
  lines[here].querySelector('a').focus({ preventScroll: true });
  lines[here].scrollIntoView({ block: 'nearest' });
}

function tick() {
  const box = lines[here]?.querySelector('[name=pick]');
  if (!box) return;
  box.checked = !box.checked;
  box.dispatchEvent(new Event('change', { bubbles: true }));
}

// On the page of a request a key presses what bears it, or leads to the field that does.
function onPage(key) {
  const target = document.querySelector(`[data-key="${key}"]`);
  if (!target) return;
  if (target.tagName === 'BUTTON') { target.click(); return; }
  for (let fold = target.closest('details'); fold; fold = fold.parentElement.closest('details')) fold.open = true;
  target.focus();
}

// In the queue the same keys act on the row that is marked.
function openRow(fragment) {
  const link = lines[here]?.querySelector('.what a');
  if (link) location.href = link.href + fragment;
}

function take() {
  const box = lines[here]?.querySelector('[name=pick]');
  if (!box) return;
  document.querySelectorAll('[name=pick]').forEach((other) => { other.checked = other === box; });
  document.querySelector('[name=do][value=take]').click();
}

const keys = {
  a: () => (lines.length ? take() : onPage('a')),
  r: () => (lines.length ? openRow('#key-r') : onPage('r')),
  e: () => (lines.length ? openRow('#key-e') : onPage('e')),
  j: () => go(here + 1),
  k: () => go(here - 1),
  x: tick,
  '/': () => document.getElementById('q')?.focus(),
  '?': () => document.querySelectorAll('[data-keys]').forEach((help) => { help.open = !help.open; }),
};

document.addEventListener('keydown', (event) => {
  const typing = event.target.closest('input:not([type=checkbox]), textarea, select');
  if (typing || event.ctrlKey || event.metaKey || event.altKey || !keys[event.key]) return;
  event.preventDefault();
  keys[event.key]();
});

// A key of the queue goes on, on the page that it opened.
if (location.hash.startsWith('#key-')) onPage(location.hash.slice(5));

// What is ticked is said, and what can be done with it opens by itself.
document.querySelectorAll('form[data-bulk]').forEach((form) => {
  form.addEventListener('change', (event) => {
    if (event.target.name !== 'pick') return;
    const count = form.querySelectorAll('[name=pick]:checked').length;
    form.querySelector('[data-picked]').textContent = count ? ` (${count})` : '';
    form.querySelector('details').open = count > 0;
  });
});
