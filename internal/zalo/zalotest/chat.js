"use strict";

// The chat page of the simulator: a phone with several owners. The server
// holds everything; this file shows it and sends what is tapped.

const $ = (id) => document.getElementById(id);
const stickers = { 1: "👍", 2: "❤️", 3: "😀", 4: "🙏", 5: "😢", 6: "😮", 7: "🌸", 8: "🎉" };
const roles = { citizen: "công dân", reporter: "phóng viên" };

// A persona's id is in the address, so that a reload stays with the person.
const fromAddress = () => location.hash.slice(1).replace(/[^\w-]/g, "");

let persona = fromAddress() || "hoa";
let rev = 0;
let people = [];
let messages = new Map(); // seq → message
let reachable = true;
let webhook = "on";
let poll = new AbortController();

// element makes a node; text is always text, never markup.
function element(tag, className, text) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  if (text !== undefined) node.textContent = text;
  return node;
}

async function post(action, body) {
  try {
    const response = await fetch(action, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ persona, ...body }) });
    if (!response.ok) notice((await response.text()).trim());
    return response.ok;
  } catch {
    notice("Chưa gửi được: trang mô phỏng không trả lời. Hãy thử lại.");
    return false;
  }
}

let noticeText = "";
let noticeTimer = 0;
function notice(text) {
  noticeText = text;
  clearTimeout(noticeTimer);
  noticeTimer = setTimeout(() => { noticeText = ""; showBanner(); }, 6000);
  showBanner();
}

// ---- what the server says ----

async function follow() {
  for (;;) {
    const asked = persona;
    try {
      const response = await fetch(`poll?rev=${rev}&persona=${encodeURIComponent(asked)}`, { signal: poll.signal });
      if (!response.ok) throw new Error(String(response.status));
      const state = await response.json();
      if (asked !== persona) continue;
      reachable = true;
      apply(state);
    } catch {
      if (poll.signal.aborted) { poll = new AbortController(); continue; }
      reachable = false;
      showBanner();
      await new Promise((done) => setTimeout(done, 1500));
    }
  }
}

function apply(state) {
  if (state.rev < rev) { messages = new Map(); $("messages").replaceChildren(); } // the simulator was started anew
  const first = rev === 0;
  rev = state.rev;
  webhook = state.webhook;
  people = state.people;
  if (!people.some((p) => p.id === persona) && people.length) { select(people[0].id); return; }
  showPeople();
  const list = $("scroll");
  const atEnd = first || list.scrollHeight - list.scrollTop - list.clientHeight < 120;
  const fresh = state.messages.filter((m) => !messages.has(m.seq));
  for (const m of state.messages) messages.set(m.seq, m);
  if (state.messages.length) showMessages(new Set(state.messages.map((m) => m.seq)), !first);
  $("empty").hidden = messages.size > 0;
  showBanner();
  if (atEnd || fresh.some((m) => m.from === "user")) toEnd(); // also when a banner or a note has grown
  else if (fresh.length) $("down").hidden = false;
  markSeen();
}

function toEnd() {
  $("down").hidden = true;
  $("scroll").scrollTop = $("scroll").scrollHeight;
}

function markSeen() {
  const me = people.find((p) => p.id === persona);
  if (me && me.unread > 0 && document.visibilityState === "visible") post("seen", {});
}

// ---- personas ----

function showPeople() {
  const list = $("people");
  const focused = document.activeElement?.dataset?.persona;
  list.replaceChildren(...people.map((p) => {
    const button = element("button", "person");
    button.type = "button";
    button.dataset.persona = p.id;
    button.dataset.testid = `persona-${p.id}`;
    button.title = `${p.name} – ${roles[p.role] ?? p.role}`;
    button.setAttribute("aria-pressed", String(p.id === persona));
    const avatar = element("span", `avatar ${p.role}`, p.initials);
    avatar.setAttribute("aria-hidden", "true");
    button.append(avatar, element("span", "name", p.name));
    if (p.unread > 0 && p.id !== persona) {
      const badge = element("span", "badge", p.unread > 99 ? "99+" : String(p.unread));
      badge.setAttribute("aria-label", `${p.unread} tin chưa đọc`);
      button.append(badge);
    }
    button.append(element("span", "last", p.last ? `${roles[p.role] ?? p.role} · ${p.last}` : roles[p.role] ?? p.role));
    const item = element("li");
    item.append(button);
    return item;
  }));
  if (focused) list.querySelector(`[data-persona="${CSS.escape(focused)}"]`)?.focus();
  const me = people.find((p) => p.id === persona);
  if (!me) return;
  $("playing").textContent = `Đóng vai: ${me.name} (${roles[me.role] ?? me.role})`;
  $("playing").title = $("playing").textContent;
  $("follow").textContent = me.follows ? "Đã quan tâm" : "Quan tâm";
  $("follow").disabled = me.follows;
  $("unfollow").hidden = !me.follows;
}

function select(id) {
  if (id === persona && rev > 0) return;
  drafts.set(persona, $("input").value);
  persona = id;
  history.replaceState(null, "", `#${id}`);
  rev = 0;
  messages = new Map();
  $("messages").replaceChildren();
  $("empty").hidden = true;
  $("down").hidden = true;
  $("input").value = drafts.get(id) ?? "";
  grow();
  showPeople();
  poll.abort();
}
const drafts = new Map();

// ---- messages ----

const timeZone = "Asia/Ho_Chi_Minh";
const clockTime = new Intl.DateTimeFormat("vi-VN", { timeZone, hour: "2-digit", minute: "2-digit", hour12: false });
const fullTime = new Intl.DateTimeFormat("vi-VN", { timeZone, dateStyle: "full", timeStyle: "medium" });
const day = new Intl.DateTimeFormat("vi-VN", { timeZone, weekday: "long", day: "2-digit", month: "2-digit", year: "numeric" });

function dayName(at) {
  const name = day.format(at);
  return name === day.format(new Date()) ? "Hôm nay" : name;
}

// showMessages draws what changed and keeps the other nodes, so that a button
// under the finger does not move away.
function showMessages(changed, animate) {
  const list = $("messages");
  const all = [...messages.values()].sort((a, b) => a.seq - b.seq);
  const lastUser = all.findLast((m) => m.from === "user");
  const known = new Map([...list.querySelectorAll("[data-seq]")].map((n) => [Number(n.dataset.seq), n]));
  const nodes = [];
  let lastDay = "";
  for (const m of all) {
    const name = dayName(m.at);
    if (name !== lastDay) nodes.push(element("li", "day", lastDay = name));
    let node = known.get(m.seq);
    const note = stateNote(m, m === lastUser, all);
    if (!node || changed.has(m.seq) || node.dataset.note !== note) {
      const fresh = drawMessage(m, note);
      if (!node && animate) fresh.classList.add("new");
      node = fresh;
    }
    nodes.push(node);
  }
  const current = [...list.children];
  if (nodes.length >= current.length && current.every((n, i) => n === nodes[i])) list.append(...nodes.slice(current.length));
  else list.replaceChildren(...nodes);
}

// stateNote is what stands under a message of the persona.
function stateNote(m, isLast, all) {
  if (m.from !== "user") return "";
  if (m.state === "failed") return m.status ? `Máy chủ trả lời lỗi ${m.status}` : "Chưa tới được máy chủ";
  if (!isLast) return "";
  if (m.state === "sending") return "Đang gửi…";
  return all.some((o) => o.from !== "user" && o.seq > m.seq) ? "✓✓ Đã xem" : "✓ Đã nhận";
}

function drawMessage(m, note) {
  const item = element("li", `msg ${m.from}`);
  item.dataset.testid = "msg";
  item.dataset.from = m.from;
  item.dataset.seq = m.seq;
  item.dataset.note = note;
  if (m.from === "admin") item.append(element("span", "from", "Cán bộ trực OA"));
  item.append(drawBubble(m));
  if (m.buttons?.length) item.append(drawButtons(m));
  if (note) {
    const state = element("span", m.state === "failed" ? "state failed" : "state", note);
    if (m.state === "failed") {
      const again = element("button", "", "Gửi lại");
      again.type = "button";
      again.dataset.testid = "msg-resend";
      again.addEventListener("click", () => post("resend", { id: m.id }));
      state.append(again);
    }
    item.append(state);
  }
  return item;
}

function drawBubble(m) {
  if (m.kind === "sticker") {
    const sticker = element("div", "bubble sticker", stickers[m.url] ?? "🙂");
    sticker.setAttribute("role", "img");
    sticker.setAttribute("aria-label", "Nhãn dán");
    return sticker;
  }
  const bubble = element("div", "bubble");
  if (m.kind === "image") {
    const image = element("img");
    image.alt = "Hình ảnh";
    image.src = m.url.startsWith("http://f6.photo.talk.zdn.vn/") ? `picture?id=${encodeURIComponent(m.url.split("/").pop())}` : m.url;
    bubble.append(image);
  }
  if (m.text) {
    const text = element("div", "text");
    text.append(...linked(m.text));
    bubble.append(text);
  }
  const time = element("time", "", clockTime.format(m.at));
  time.dateTime = new Date(m.at).toISOString();
  time.title = fullTime.format(m.at);
  bubble.append(time);
  return bubble;
}

// linked turns web addresses into links; punctuation after one is not part of it.
function linked(text) {
  return text.split(/(https?:\/\/[^\s<>"“”]+)/).flatMap((part, i) => {
    if (i % 2 === 0) return part;
    const address = part.replace(/[.,;:!?)\]]+$/, "");
    return [anchor(address, address, ""), part.slice(address.length)];
  });
}

function anchor(address, title, className) {
  const link = element("a", className, title);
  link.href = address;
  link.target = "_blank";
  link.rel = "noopener noreferrer";
  return link;
}

function drawButtons(m) {
  const box = element("div", "choices");
  m.buttons.forEach((b, i) => {
    const node = b.url ? anchor(b.url, b.title, "choice out") : element("button", "choice", b.title);
    node.dataset.testid = "msg-button";
    if (!b.url) {
      node.type = "button";
      node.addEventListener("click", async () => {
        node.disabled = true; // one tap, one message
        await post("tap", { id: m.id, button: i });
        node.disabled = false;
      });
    }
    box.append(node);
  });
  return box;
}

// ---- banner ----

function showBanner() {
  const failed = [...messages.values()].filter((m) => m.state === "failed");
  let text = noticeText;
  if (!text && !reachable) text = "Mất kết nối với trang mô phỏng. Đang thử lại…";
  if (!text && webhook === "") text = "Máy chủ chưa đăng ký webhook nên tin nhắn chưa tới được bot.";
  if (!text && webhook === "off") text = "Zalo đã ngừng gửi tới máy chủ sau nhiều lần lỗi. Sửa máy chủ rồi bấm Gửi lại.";
  if (!text && failed.length) text = `${failed.length} tin nhắn chưa được máy chủ nhận. Tin vẫn còn đây; Zalo sẽ tự gửi lại, hoặc Anh/Chị bấm Gửi lại.`;
  $("banner").hidden = !text;
  if ($("banner-text").textContent !== text) $("banner-text").textContent = text;
  $("banner-retry").hidden = !failed.length;
}

// ---- what the person does ----

function grow() {
  const input = $("input");
  input.rows = Math.min(5, Math.max(1, input.value.split("\n").length));
}

async function say(text) {
  if (!text.trim()) return false;
  return post("say", { text });
}

async function submit() {
  const input = $("input");
  const text = input.value;
  if (!text.trim()) return;
  input.value = "";
  grow();
  if (!(await say(text)) && input.value === "") { input.value = text; grow(); } // nothing typed is lost
}

async function sendImage(file) {
  if (!file) return;
  if (file.size > 1 << 20) { notice("Ảnh lớn hơn 1 MB. Hãy chọn ảnh nhỏ hơn."); return; }
  try {
    const response = await fetch(`image?persona=${encodeURIComponent(persona)}`, { method: "POST", headers: { "Content-Type": "application/octet-stream" }, body: file });
    if (!response.ok) notice((await response.text()).trim());
  } catch {
    notice("Chưa gửi được ảnh: trang mô phỏng không trả lời. Hãy thử lại.");
  }
}

function toggleStickers(open) {
  $("stickers").hidden = !open;
  $("sticker-open").setAttribute("aria-expanded", String(open));
}

function listen() {
  $("people").addEventListener("click", (e) => {
    const button = e.target.closest("[data-persona]");
    if (button) select(button.dataset.persona);
  });
  $("composer").addEventListener("submit", (e) => { e.preventDefault(); submit(); $("input").focus(); });
  $("input").addEventListener("input", grow);
  $("input").addEventListener("keydown", (e) => {
    if (e.key === "Enter" && !e.shiftKey && !e.isComposing) { e.preventDefault(); submit(); }
  });
  document.querySelectorAll(".example").forEach((b) => b.addEventListener("click", () => { say(b.textContent); $("input").focus(); }));
  $("start").addEventListener("click", () => { post("open", {}); $("input").focus(); });
  $("follow").addEventListener("click", () => post("follow", {}));
  $("unfollow").addEventListener("click", () => { $("menu").open = false; post("unfollow", {}); });
  $("down").addEventListener("click", toEnd);
  $("scroll").addEventListener("scroll", () => {
    const list = $("scroll");
    if (list.scrollHeight - list.scrollTop - list.clientHeight < 40) $("down").hidden = true;
  });
  $("banner-retry").addEventListener("click", async () => {
    for (const m of [...messages.values()].filter((o) => o.state === "failed")) await post("resend", { id: m.id });
  });
  $("sticker-open").addEventListener("click", () => toggleStickers($("stickers").hidden));
  for (const [id, face] of Object.entries(stickers)) {
    const b = element("button", "", face);
    b.type = "button";
    b.setAttribute("aria-label", `Nhãn dán ${face}`);
    b.addEventListener("click", () => { toggleStickers(false); post("sticker", { text: id }); $("input").focus(); });
    $("stickers").append(b);
  }
  $("image-open").addEventListener("click", () => $("image").click());
  $("image").addEventListener("change", () => { sendImage($("image").files[0]); $("image").value = ""; });
  $("link-open").addEventListener("click", () => {
    if (!$("input").value) $("input").value = "https://";
    $("input").focus();
  });
  $("admin-open").addEventListener("click", () => { $("menu").open = false; $("admin").showModal(); });
  $("admin-cancel").addEventListener("click", () => $("admin").close());
  $("admin-form").addEventListener("submit", () => {
    const text = $("admin-text").value;
    if (text.trim()) post("admin", { text });
    $("admin-text").value = "";
  });
  document.addEventListener("keydown", (e) => { if (e.key === "Escape") { $("menu").open = false; toggleStickers(false); } });
  document.addEventListener("click", (e) => { if (!$("menu").contains(e.target)) $("menu").open = false; });
  document.addEventListener("visibilitychange", markSeen);
  window.addEventListener("hashchange", () => select(fromAddress()));
}

listen();
follow();
if (matchMedia("(hover: hover)").matches) $("input").focus(); // no keyboard popping up on a phone
