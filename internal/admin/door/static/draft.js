// What is typed into a draft is kept on the server while it is typed; the button "Lưu tạm"
// does the same without this script.
'use strict';

const pause = 1500; // after the last key
const sign = 30000; // how often an open form says that it is open

document.querySelectorAll('form[data-scratch]').forEach((form) => {
  const beside = form.querySelector('[data-beside]');
  let due, busy = false, changed = false, open = false;

  const say = (text) => { beside.querySelector('[data-saved]').textContent = text; };

  // show puts what stands beside the form by now in its place, and goes on with what was kept.
  const show = (html) => {
    const fresh = new DOMParser().parseFromString(html, 'text/html');
    const ref = fresh.querySelector('[data-ref]');
    if (!ref) return false;
    form.elements.scratch.value = ref.dataset.id;
    form.elements.scratch_version.value = ref.dataset.version;
    beside.replaceChildren(...fresh.body.childNodes);
    return true;
  };

  const save = async () => {
    clearTimeout(due);
    if (busy) { due = setTimeout(save, pause); return; }
    busy = true;
    const typing = changed;
    changed = false;
    const body = new URLSearchParams(new FormData(form));
    body.set('live', 'yes');
    const answer = await fetch(form.dataset.scratch, { method: 'POST', body, credentials: 'same-origin' }).catch(() => null);
    busy = false;
    if (answer && answer.ok && !answer.redirected && show(await answer.text())) {
      if (!changed) unsaved = false;
      return;
    }
    changed = changed || typing;
    say(answer ? 'Chưa lưu được bản đang soạn. Vui lòng sao chép nội dung rồi mở lại trang.' : 'Mất kết nối, chưa lưu được. Nội dung vẫn còn ở đây; hệ thống tự thử lại.');
    if (!answer) due = setTimeout(save, 5 * pause);
  };

  form.addEventListener('input', () => {
    changed = true;
    clearTimeout(due);
    due = setTimeout(save, pause);
  });
  form.addEventListener('focusin', () => {
    if (open) return;
    open = true;
    save();
    setInterval(() => { if (!document.hidden) save(); }, sign);
  });
  form.addEventListener('submit', () => { clearTimeout(due); busy = true; });
});

// One click puts a statement, an earlier answer or a canned line where the cursor stands, beside what is
// typed; without this script it is kept with what is typed and put below it.
document.querySelectorAll('button[data-insert]').forEach((button) => {
  button.addEventListener('click', (event) => {
    event.preventDefault();
    const area = button.form.elements.text;
    const before = area.value.slice(0, area.selectionStart).trimEnd();
    const after = area.value.slice(area.selectionEnd).trimStart();
    area.value = [before, button.dataset.insert, after].filter(Boolean).join('\n\n');
    area.dispatchEvent(new Event('input', { bubbles: true }));
    area.focus();
  });
});
