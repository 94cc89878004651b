// What is wrong with a statement, and how it will be read, is said beside the form while it is
// written; the button "Xem trước và kiểm tra" does the same without this script.
'use strict';

document.querySelectorAll('form[data-rehearse]').forEach((form) => {
  const beside = form.querySelector('[data-rehearsed]');
  const pause = 800; // after the last key
  let due, busy = false, again = false;

  const rehearse = async () => {
    if (busy) { again = true; return; }
    busy = true;
    const body = new URLSearchParams(new FormData(form));
    body.set('live', 'yes');
    const answer = await fetch(form.dataset.rehearse, { method: 'POST', body, credentials: 'same-origin' }).catch(() => null);
    busy = false;
    if (answer && answer.ok && !answer.redirected) {
      const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const open = beside.querySelector('details')?.open;
      beside.replaceChildren(...fresh.body.childNodes);
      const details = beside.querySelector('details');
      if (details && open) details.open = true;
    }
    if (again) { again = false; rehearse(); }
  };

  form.addEventListener('input', () => { clearTimeout(due); due = setTimeout(rehearse, pause); });
  form.querySelector('[data-rehearse-now]').addEventListener('click', (event) => { event.preventDefault(); rehearse(); });
});
