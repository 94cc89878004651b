// A queue left open says what has come; it is loaded by a click. A tab that nobody looks at
// keeps no connection: a browser has few of them.
'use strict';

const news = document.querySelector('[data-news]');

if (news) {
  const link = news.querySelector('a');
  let source;

  const close = () => { source?.close(); source = undefined; };

  const open = () => {
    if (source || document.hidden) return;
    source = new EventSource(news.dataset.news);
    source.addEventListener('new', ({ data }) => {
      link.textContent = `${data} yêu cầu mới. Bấm để xem.`;
      news.hidden = data === '';
    });
    source.addEventListener('end', () => {
      close();
      link.textContent = 'Phiên làm việc đã hết. Bấm để đăng nhập lại.';
      news.hidden = false;
    });
  };

  document.addEventListener('visibilitychange', () => { if (document.hidden) close(); else open(); });
  window.addEventListener('pagehide', close);
  window.addEventListener('pageshow', open);
  open();
}
