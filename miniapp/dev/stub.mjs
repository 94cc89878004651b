// A stand-in for the server's Mini App API, for development and for the tests:
// node dev/stub.mjs [port] serves the built app under /miniapp/ too. Its texts
// are invented and marked as samples; nothing of this folder is built or shipped.
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { pathToFileURL } from "node:url";
import { config, answers, statements, units, requests, longUnit } from "./samples.mjs";
import { reportForm, reportRoutes, reportRoute } from "./reports.mjs";

const csp = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob: https:";
const types = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css" };

/**
 * A server whose behaviour a test changes through `state`: delay in
 * milliseconds, faults (status codes or "hang"/"cut" for the next calls, whosoever
 * they are), jam (the same for all that is sent, until it is cleared), and what it
 * was called with in `calls`.
 */
export function createStub() {
  const state = {
    delay: 0,
    faults: [],
    jam: undefined,
    calls: [],
    tokens: new Set(),
    filed: new Map(),
    claims: [],
    reported: new Map(),
    pictures: [], // what was uploaded, in bytes
    empty: false,
    down: false,
    chatDelay: 0,
    crisis: false, // does a statement stand above all else?
    notices: [...notices],
    settings: { chat: true, conclusions: true, quiet_since: null, press: false },
    guard: { statement: null, alike: null, scheduled: null },
    card: JSON.parse(JSON.stringify(card)),
  };
  const server = createServer((request, response) => {
    handle(state, request, response).catch((error) => problem(response, 500, String(error)));
  });
  return { server, state, listen: (port = 0) => listen(server, port), close: () => close(server) };
}

function listen(server, port) {
  return new Promise((resolve) =>
    server.listen(port, "127.0.0.1", () => resolve(`http://127.0.0.1:${server.address().port}`)),
  );
}

function close(server) {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(resolve));
}

async function handle(state, request, response) {
  const url = new URL(request.url, "http://stub");
  if (url.pathname.startsWith("/miniapp/")) return file(url.pathname, response);
  if (!url.pathname.startsWith("/api/v1/")) return problem(response, 404, "");
  response.setHeader("Access-Control-Allow-Origin", "*"); // of tests: uploads keep to it
  if (request.method === "OPTIONS") {
    response.setHeader("Access-Control-Allow-Headers", "Authorization, Content-Type");
    return send(response, 204, "text/plain");
  }
  const sendsBytes = ["/pictures", "/check/picture", "/requests/files"].some((path) =>
    url.pathname.endsWith(path),
  );
  const body = sendsBytes ? await bytes(request) : await json(request);
  const call = { method: request.method, url, headers: request.headers, body };
  state.calls.push({ path: url.pathname.slice(7) + url.search, ...call });
  if (state.delay) await new Promise((resolve) => setTimeout(resolve, state.delay));
  const fault = faultOf(state, call);
  if (fault === "hang") return;
  if (fault === "cut") return request.socket.destroy();
  if (fault === "page") return send(response, 200, "text/html", "<h1>Wi-Fi login</h1>");
  if (fault) return problem(response, fault, "");
  route(state, call, response);
}

function faultOf(state, { method, url }) {
  if (state.down) return 503;
  const isSent = method === "POST" && !url.pathname.endsWith("/session");
  return isSent && state.jam ? state.jam : state.faults.shift();
}

function route(state, call, response) {
  const path = call.url.pathname.slice("/api/v1".length);
  const one = path.startsWith("/statements/")
    ? statementRoute
    : path.startsWith("/units/")
      ? unitRoute
      : undefined;
  const open = openRoutes[path] ?? one;
  if (open) return open(state, call, response);
  const token = call.headers.authorization?.replace("Bearer ", "");
  if (!state.tokens.has(token)) return problem(response, 401, "Phiên làm việc đã hết hạn.");
  const own =
    personalRoutes[call.method + " " + path] ?? (path.startsWith("/requests/") ? requestRoute : undefined);
  const reporting = reportRoutes[call.method + " " + path] ?? (path.startsWith("/reports/") && reportRoute);
  if (reporting) {
    const [status, value] = reporting(state, call);
    return status < 400
      ? reply(response, status, value)
      : problem(response, status, value.detail, value.errors);
  }
  return own ? own(state, call, response) : problem(response, 404, "Không có đường dẫn này.");
}

const openRoutes = {
  "/config": (state, _, response) => {
    const delay = state.chatDelay > 0 ? { reply_delay_seconds: state.chatDelay } : {};
    const crisis = state.crisis ? listItem(statements[0]) : null;
    reply(response, 200, { ...config, ...delay, crisis });
  },
  "/reports/form": (_state, _call, response) => reply(response, 200, reportForm),
  "/units": (state, { url }, response) => {
    const q = fold(url.searchParams.get("q") ?? "");
    reply(response, 200, { items: units.filter(({ name }) => fold(name).includes(q)) });
  },
  "/statements": (state, { url }, response) => {
    const q = fold(url.searchParams.get("q") ?? "");
    const unit = url.searchParams.get("unit");
    const found = state.empty
      ? []
      : statements.filter((s) => fold(s.title + s.body).includes(q) && (!unit || s.unit === unit));
    const from = Number(url.searchParams.get("after") ?? 0);
    const to = from + Number(url.searchParams.get("limit") ?? 20);
    // Go writes an empty slice that was never made as null.
    const items = found.length === 0 ? null : found.slice(from, to).map(listItem);
    reply(response, 200, { items, next: to < found.length ? String(to) : "" });
  },
  "/session": (state, { body }, response) => {
    const who = body.persona ?? body.access_token;
    if (!who || who === "bad") return problem(response, 401, "Zalo không xác nhận tài khoản này.");
    const token = `token-${who}-${state.tokens.size}`;
    state.tokens.add(token);
    const expires_at = new Date(Date.now() + 3_600_000).toISOString();
    reply(response, 200, { token, expires_at, user: { name: who, kind: "citizen" } });
  },
};

function statementRoute(state, { url, headers }, response) {
  const code = decodeURIComponent(url.pathname.split("/").pop());
  const known = state.tokens.has(headers.authorization?.replace("Bearer ", ""));
  const press = code === "BAO-CHI" && known ? { ...statements[0], code } : undefined; // for reporters only
  const found = press ?? statements.find((s) => s.code === code);
  if (!found) return problem(response, 404, "Không tìm thấy phát ngôn này.");
  reply(response, 200, found);
}

function unitRoute(_state, { url }, response) {
  const unit = units.find(({ code }) => code === decodeURIComponent(url.pathname.split("/").pop()));
  if (!unit) return problem(response, 404, "Không tìm thấy đơn vị này.");
  const speakers = [{ name: "Vũ Thị Ký (mẫu)", position: "Giám đốc " + unit.name }];
  const channels = [{ kind: "website", label: "Trang thông tin", address: "https://example.vn" }];
  reply(response, 200, { ...unit, speakers, channels });
}

const personalRoutes = {
  "POST /check": (state, { body }, response) => reply(response, 200, checked(body.text)),
  "POST /check/follow": (state, _, response) => reply(response, 200, { noted: true, text: "Đã ghi." }),
  "POST /check/picture": (state, { body }, response) => {
    if (!/^(image|\x89PNG)/.test(body.toString("latin1"))) {
      const errors = { picture: "Tệp không phải ảnh JPEG, PNG, GIF hoặc WebP nên chưa nhận." };
      return problem(response, 422, "Nội dung chưa hợp lệ.", errors);
    }
    reply(response, 200, pictured(body.toString("latin1")));
  },
  "POST /ask": (state, { body }, response) => {
    const q = fold(body.question);
    const about = statements.find((s) => s.code === body.statement);
    if (about) return reply(response, 200, answers.about(about));
    const kind = [
      "tuyen sinh:clarify",
      "luong:partial",
      "nghi he:related",
      "vo dap:corrects",
      "vu tru:refused",
      "song ma:historical",
    ].find((k) => q.includes(k.split(":")[0]));
    reply(response, 200, answers[kind?.split(":")[1] ?? "answered"]);
  },
  "POST /requests": (state, { body, headers }, response) => {
    const key = headers["idempotency-key"];
    if (!key) return problem(response, 400, "Thiếu Idempotency-Key.");
    if ([...body.question].length < 5) {
      const errors = { question: "Xin viết câu hỏi từ 5 đến 4.000 ký tự." };
      return problem(response, 422, "Nội dung chưa hợp lệ.", errors);
    }
    if (!state.filed.has(key)) state.filed.set(key, newRequest(state, body));
    reply(response, 201, state.filed.get(key));
  },
  "POST /requests/guard": (state, _, response) => reply(response, 200, state.guard),
  "POST /requests/files": (state, { body }, response) => {
    const picture = /^(image|\x89PNG)/.test(body.toString("latin1"));
    if (!picture && !body.toString("latin1").startsWith("%PDF")) {
      return problem(response, 422, "Nội dung chưa hợp lệ.", { file: "Chưa nhận tệp này." });
    }
    const sha256 = createHash("sha256").update(body).digest("hex");
    const received_at = new Date().toISOString();
    reply(response, 201, { sha256, size: body.length, type: picture ? "picture" : "pdf", received_at });
  },
  "GET /notices": (state, _, response) => reply(response, 200, { items: state.empty ? null : state.notices }),
  "GET /requests/form": (state, _, response) =>
    reply(response, 200, {
      press: state.press ?? false,
      kinds: [
        { code: "tap-the", name: "Yêu cầu tập thể", asks: "Ghi tên tổ chức.", default: false },
        { code: "cong-dan", name: "Yêu cầu của công dân", asks: "", default: true },
      ],
      most_files: 5,
      most_bytes: 5 << 20,
    }),
  "GET /settings": (state, _, response) => reply(response, 200, state.settings),
  "POST /settings": (state, { body: { conclusions } }, response) => {
    const quiet_since = conclusions ? null : "2026-11-27T09:00:00+07:00";
    state.settings = { ...state.settings, conclusions, quiet_since };
    reply(response, 200, state.settings);
  },
  "GET /press": (state, _, response) => reply(response, 200, state.card),
  "GET /press/room": (state, _, response) =>
    reply(response, 200, {
      items: state.empty ? [] : [listItem({ ...statements[0], title: "Chỉ dành cho báo chí (mẫu)" })],
      scheduled: [{ at: "2026-12-01T10:00:00+07:00", unit: "TH-YT", unit_name: "Sở Y tế" }],
    }),
  "POST /press/follows": (state, { body }, response) => {
    const unit_names = body.units.map((code) => units.find((unit) => unit.code === code)?.name ?? code);
    state.card.follows = { ...body, unit_names };
    state.card.following = `Đang theo dõi: ${[...unit_names, ...body.topics].join("; ")}.`;
    reply(response, 200, state.card);
  },
  "GET /claims": (state, _, response) => reply(response, 200, { items: state.claims }),
  "POST /claims": (state, { body }, response) => {
    const claim = newClaim(state.claims.length + 1, body);
    state.claims.unshift(claim);
    const kept = [{ name: "Yêu cầu", text: "TH-2026-00101" }];
    reply(response, 201, body.right === "view" ? { claim, kept } : { claim });
  },
  "POST /erasure": (state, { headers }, response) => {
    state.tokens.delete(headers.authorization?.replace("Bearer ", ""));
    reply(response, 200, { proof: "erase:0123456789abcdef", erased_at: new Date().toISOString() });
  },
  "GET /requests": (state, _, response) => {
    const items = state.empty ? null : [...state.filed.values(), ...requests];
    reply(response, 200, { items });
  },
};

function newClaim(n, { right, text }) {
  const at = "2026-11-27T09:00:00+07:00";
  const clock = {
    rule: "DL-10",
    basis: "Nghị định 356/2025/NĐ-CP",
    start: at,
    due: "2026-12-07T17:00:00+07:00",
    counted: [],
    skipped: [],
  };
  const done = right === "view";
  return {
    code: "DL-2026-0000" + n,
    right,
    name: done ? "Xem dữ liệu" : "Chỉnh sửa dữ liệu",
    state: done ? "Đã thực hiện" : "Đã tiếp nhận",
    open: !done,
    text,
    clock,
    explanation: [],
    news: [],
    ...(done && { proof: "claim:DL-2026-0000" + n + "/2/audit" }),
    created_at: at,
  };
}

/** A verified reporter. */
const card = {
  id: "PV-0123456789",
  state: "verified",
  state_label: "Đã xác minh",
  text: "Đăng ký phóng viên PV-0123456789: Đã xác minh.",
  newsroom: "Báo Mẫu",
  kind: "vn-card",
  open: false,
  verified: true,
  consent: "Ảnh chỉ dùng để xác minh.",
  consent_english: "Photos are for verification only.",
  most_pictures: 3,
  most_bytes: 10_000_000,
  kinds: [{ code: "vn-card", text: "Báo chí trong nước, có thẻ nhà báo", english: "Vietnamese press" }],
  follows: {
    all: false,
    units: ["TH-YT"],
    unit_names: ["Sở Y tế"],
    topics: ["đất đai", "giao thông"],
    daily: false,
  },
  following: "Đang theo dõi: Sở Y tế; đất đai; giao thông.",
  news: [],
};

const notices = [
  {
    at: "2026-11-27T09:00:00+07:00",
    text: "Đơn vị gia hạn trả lời yêu cầu TH-2026-00002 (mẫu).",
    fate: "kept",
  },
  {
    at: "2026-11-26T09:00:00+07:00",
    text: "Phát ngôn MAU-2026-0001 đã được đính chính (mẫu).",
    fate: "sent",
  },
];

function requestRoute(state, { url, body }, response) {
  const code = decodeURIComponent(url.pathname.split("/")[4]);
  const found = [...state.filed.values(), ...requests].find((r) => r.code === code);
  if (!found) return problem(response, 404, "Không tìm thấy yêu cầu này.");
  if (url.pathname.endsWith("/steps")) {
    found.timeline = [
      ...(found.timeline ?? []),
      { at: new Date().toISOString(), text: "Đã làm: " + body.action },
    ];
    if (body.action === "rate")
      found.parts = found.parts.map((part) =>
        part.number === body.part ? { ...part, rating: body.rating, may_rate: false } : part,
      );
    if (body.action === "withdraw")
      Object.assign(found, { state: "withdrawn", state_label: "Đã rút", may: [] });
  }
  reply(response, 200, { clock: null, answer: null, refusal: null, statement_url: "", ...found });
}

function newRequest(state, body) {
  const unit = units.find(({ code }) => code === body.unit);
  return {
    code: `TH-2026-${String(state.filed.size + 101).padStart(5, "0")}`,
    state: "received",
    state_label: "Mới tiếp nhận",
    unit_name: unit?.name ?? longUnit,
    due: new Date(Date.now() + 3 * 86_400_000).toISOString(),
    question: body.question,
    follow_url: "https://phatngon.example.vn/yc/TH-2026-00101?k=0123456789abcdef",
    created_at: new Date().toISOString(),
    followed: body.follow ?? false,
    files: (body.files ?? []).map((_, n) => ({
      name: `tệp ${n + 1}`,
      type: "picture",
      size: 9,
      problem: "",
    })),
    parts: [],
    may: ["add", "withdraw"],
    timeline: [{ at: new Date().toISOString(), text: "Đã gửi yêu cầu." }],
  };
}

const listItem = ({ body, body_html, ...rest }) => ({ ...rest, excerpt: body_html && body.slice(0, 220) });

const fold = (text) =>
  text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase().trim();

async function json(request) {
  const all = await bytes(request);
  return all.length === 0 ? {} : JSON.parse(all.toString());
}

async function bytes(request) {
  const parts = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts);
}

async function file(path, response) {
  const name = normalize(path.slice("/miniapp/".length)) || "index.html";
  const wanted = name === "." ? "index.html" : name;
  const bytes = await readFile(join(import.meta.dirname, "../dist", wanted)).catch(() => null);
  if (!bytes) return problem(response, 404, "");
  response.setHeader("Content-Security-Policy", csp);
  send(response, 200, types[extname(wanted)] ?? "application/octet-stream", bytes);
}

function problem(response, status, detail, errors) {
  const body = JSON.stringify({
    type: "about:blank",
    title: "Error",
    status,
    detail,
    ...(errors && { errors }),
  });
  send(response, status, "application/problem+json", body);
}

const reply = (response, status, value) => send(response, status, "application/json", JSON.stringify(value));

function send(response, status, type, body) {
  response.writeHead(status, { "Content-Type": type + (type.startsWith("text") ? "; charset=utf-8" : "") });
  response.end(body);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const stub = createStub();
  console.log(`${await stub.listen(Number(process.argv[2] ?? 8080))}/miniapp/`);
}

/** What is found of a text: the sample statement with a negation left out, or nothing. */
const nothing = {
  ground: "",
  quotes: [],
  changes: [],
  case: null,
  channels: [],
  statement: null,
  follow: "offered",
};

function pictured(bytes) {
  if (bytes.includes("concluded")) {
    const quotes = answers.answered.quotes;
    return {
      ...nothing,
      outcome: "concluded",
      ground: "case",
      lead: "Đã có kết luận.",
      quotes,
      follow: "none",
    };
  }
  return {
    ...nothing,
    outcome: "unseen",
    lead: "Chưa thấy không có nghĩa là nội dung ảnh sai.",
    follow: "none",
  };
}

function checked(text) {
  if (!text.includes("được phép")) {
    return { ...nothing, outcome: "unseen", lead: "Chưa thấy không có nghĩa là nội dung này sai." };
  }
  const piece = (marked) => ({ before: "Phần còn lại ", marked, behind: " được phép chậm" });
  const change = { kind: "negation", label: "Từ phủ định", official: piece("không"), pasted: piece("") };
  const quotes = answers.answered.quotes;
  return {
    ...nothing,
    outcome: "changed",
    ground: "text",
    lead: "Đã bị sửa ở 1 chỗ.",
    quotes,
    changes: [change],
  };
}
