// Keys for the queue; every one of them has something to click as well.
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

const keys = {
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

// What is ticked is said, and what can be done with it opens by itself.
document.querySelectorAll('form[data-bulk]').forEach((form) => {
  form.addEventListener('change', (event) => {
    if (event.target.name !== 'pick') return;
    const count = form.querySelectorAll('[name=pick]:checked').length;
    form.querySelector('[data-picked]').textContent = count ? ` (${count})` : '';
    form.querySelector('details').open = count > 0;
  });
});
