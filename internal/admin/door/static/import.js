// Several files, or one that holds several statements: each is looked at by the server, one after another, and stays in
// this page until its statements are confirmed, each in a tab of its own. Without this
// script one file is read at a time.
'use strict';

(() => {
  const form = document.querySelector('form[data-import]');
  if (!form) return;
  const input = form.elements.file;
  const list = document.querySelector('[data-looked]');
  const rows = list.querySelector('tbody');
  const bar = document.querySelector('[data-import-progress]');
  const said = bar.querySelector('[data-said]');
  let stopped = false;

  input.multiple = true;
  form.querySelector('[data-several]').hidden = false;
  form.querySelectorAll('label[for=item], #item').forEach((part) => { part.hidden = true; });
  form.elements.item.value = '';

  // look asks what a file holds, as the rows of a table.
  async function look(file) {
    const body = new FormData(form);
    body.set('file', file, file.name);
    body.set('look', '1');
    const answer = await fetch(form.action, { method: 'POST', body, credentials: 'same-origin' });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const found = [...page.querySelectorAll('[data-looked] tbody tr')];
    if (found.length) return found;
    throw new Error((page.querySelector('[role=alert]') ?? page.querySelector('main'))?.textContent.trim().slice(0, 300) || '');
  }

  function failed(file, text) {
    const row = document.createElement('tr');
    row.dataset.refused = '';
    const name = document.createElement('td');
    const why = document.createElement('td');
    name.textContent = file.name;
    why.colSpan = 5;
    why.textContent = text || 'Chưa gửi được tệp này: mất kết nối. Vui lòng chọn lại tệp khi có mạng.';
    row.append(name, why);
    return row;
  }

  // confirm opens the form of one statement in a new tab, with the file that is kept here.
  function confirm(file, item) {
    const sent = document.createElement('form');
    Object.assign(sent, { method: 'post', action: form.action, enctype: 'multipart/form-data', target: '_blank', hidden: true });
    for (const [name, value] of [['csrf', form.elements.csrf.value], ['item', item]]) {
      const field = document.createElement('input');
      Object.assign(field, { type: 'hidden', name, value });
      sent.append(field);
    }
    const kept = new DataTransfer();
    kept.items.add(file);
    const files = document.createElement('input');
    Object.assign(files, { type: 'file', name: 'file' });
    files.files = kept.files;
    sent.append(files);
    document.body.append(sent);
    sent.submit();
    sent.remove();
  }

  function add(file, row) {
    const button = row.querySelector('button[data-item]');
    if (button) {
      button.hidden = false;
      button.addEventListener('click', () => {
        confirm(file, button.dataset.item);
        button.textContent = 'Đã mở, mở lại';
      });
    }
    rows.append(row);
  }

  async function readAll(files) {
    stopped = false;
    bar.hidden = list.hidden = list.querySelector('[data-each]').hidden = false;
    list.querySelector('[data-typed]')?.remove();
    const meter = bar.querySelector('progress');
    meter.max = files.length;
    let bad = 0;
    let done = 0;
    for (const file of files) {
      if (stopped) break;
      said.textContent = `Đang đọc ${done + 1}/${files.length}: ${file.name}`;
      const found = await look(file).catch((error) => [failed(file, error instanceof TypeError ? '' : error.message)]);
      if (found.some((row) => 'refused' in row.dataset)) bad += 1;
      found.forEach((row) => add(file, row));
      meter.value = ++done;
    }
    said.textContent = `Đã đọc ${done}/${files.length} tệp` + (bad ? `, ${bad} tệp chưa đọc được.` : '.');
    bar.querySelector('[data-stop]').hidden = true;
  }

  bar.querySelector('[data-stop]').addEventListener('click', () => { stopped = true; });
  form.addEventListener('submit', (event) => {
    if (input.files.length < 2 && !/\.(csv|xlsx|xml|rss|atom)$/i.test(input.files[0]?.name)) return;
    event.preventDefault();
    event.stopPropagation(); // the button stays open for more files
    bar.querySelector('[data-stop]').hidden = false;
    rows.replaceChildren();
    readAll([...input.files]);
  });
  form.addEventListener('dragover', (event) => event.preventDefault());
  form.addEventListener('drop', (event) => {
    if (!event.dataTransfer.files.length) return;
    event.preventDefault();
    input.files = event.dataTransfer.files;
  });
})();
