// Small comforts; every page works without them.
'use strict';

// Warn before leaving a form whose text was changed and not sent.
let unsaved = false;
document.querySelectorAll('form[data-guard]').forEach((form) => {
  form.addEventListener('input', () => { unsaved = true; });
});
// A form that came back with an error holds text that is stored nowhere.
if (document.querySelector('form[data-guard] [role=alert], [data-testid=mistakes]')) unsaved = true;
window.addEventListener('beforeunload', (event) => { if (unsaved) event.preventDefault(); });

// Send once: a second click on a slow line must not become a second step.
document.addEventListener('submit', (event) => {
  if (event.target.method !== 'post') return;
  unsaved = false;
  const button = event.submitter;
  if (button && !('again' in event.target.dataset)) setTimeout(() => { button.disabled = true; });
});
window.addEventListener('pageshow', () => {
  document.querySelectorAll('button:disabled').forEach((button) => { button.disabled = false; });
});

// Count characters below long texts.
document.querySelectorAll('textarea[data-count]').forEach((area) => {
  const count = document.createElement('span');
  count.className = 'count';
  const show = () => { count.textContent = [...area.value].length.toLocaleString('vi-VN') + ' ký tự'; };
  area.addEventListener('input', show);
  area.after(count);
  show();
});

// A queue left open comes back with fresh deadlines.
const opened = Date.now();
document.addEventListener('visibilitychange', () => {
  if (document.querySelector('table.queue') && !document.hidden && Date.now() - opened > 60000) location.reload();
});

// A talk or a list of who waits, left open, shows what comes.
const live = document.querySelector('[data-live]');
if (live) setInterval(async () => {
  if (document.hidden || live.contains(document.activeElement)) return;
  const answer = await fetch(location.href, { credentials: 'same-origin' }).catch(() => null);
  if (!answer || !answer.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('[data-live]');
  if (fresh && fresh.innerHTML !== live.innerHTML) live.innerHTML = fresh.innerHTML;
}, 4000);

// The list of seldom opened pages folds again when something else is meant.
const more = document.querySelector('.more-pages');
if (more) {
  document.addEventListener('click', (event) => { if (!more.contains(event.target)) more.open = false; });
  more.addEventListener('focusout', (event) => { if (event.relatedTarget && !more.contains(event.relatedTarget)) more.open = false; });
  more.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !more.open) return;
    more.open = false;
    more.querySelector('summary').focus();
  });
}
