// The pages of the panel and the public site, each with who looks at it: one list for the
// pictures and for the accessibility test.
import { at, drafts, panel, visitor } from "./cast.mjs";

/** What a phone and a desk are wide. */
export const sizes = { 390: { width: 390, height: 844 }, 1440: { width: 1440, height: 900 } };
export const themes = ["light", "dark"];

const asked = [
  "Trạm y tế xã Bát Mọt bao giờ có bác sĩ nội trú?",
  "Bệnh viện Đa khoa tỉnh có khoa xạ trị chưa, bao giờ bắt đầu nhận người bệnh có thẻ bảo hiểm y tế?",
  "Tiêm chủng mở rộng tháng 12 ở phường Hạc Thành vào những ngày nào, ở đâu?",
  "Số ca sốt xuất huyết từ đầu tháng 11 ở Sầm Sơn là bao nhiêu?",
  "Giá khám bệnh theo yêu cầu ở bệnh viện huyện cũ có tăng không?",
];
const who = ["hoa", "nam", "lan", "minh", "khach"];

/** POSTs as the app does; what came back. */
export async function json(path, body, token) {
  const headers = { "Content-Type": "application/json", "Idempotency-Key": crypto.randomUUID() };
  if (token) headers.Authorization = `Bearer ${token}`;
  const answer = await fetch(at(path), { method: "POST", headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`POST ${path}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}

/** Files requests with the unit of health as people of the Mini App; their codes. */
export async function file(count, unit = "TH-YT") {
  const codes = [];
  for (let i = 0; i < count; i++) {
    const { token } = await json("/api/v1/session", { persona: who[i % who.length] });
    codes.push((await json("/api/v1/requests", { question: `${asked[i % asked.length]} (${i + 1})`, unit }, token)).code);
  }
  return codes;
}

/** Somebody reads an answer of the unit of health and files the question all the same: it was not meant. */
async function objects() {
  const question = "tiêm vắc xin cho trẻ ở trạm y tế mất tiền không";
  const { token } = await json("/api/v1/session", { persona: "khach" });
  await json("/api/v1/ask", { question }, token);
  await json("/api/v1/requests", { question, unit: "TH-YT" }, token);
}

/** Two people ask what nothing answers: a gap of the unit of health. */
async function misses() {
  for (const [persona, question] of [["hoa", "Trạm y tế xã Bát Mọt bao giờ có máy siêu âm?"], ["nam", "bao gio tram y te bat mot co may sieu am"]]) {
    const { token } = await json("/api/v1/session", { persona });
    await json("/api/v1/ask", { question }, token);
  }
}

/** Fills the panel so that no page is empty, and tells which pages there are. */
export async function furnish() {
  const codes = await file(18);
  await file(2, "TH-XD");
  await objects();
  await misses();
  const officer = await panel("canbo.yte@demo.vn");
  await drafts(officer, codes[1], "Từ ngày **01/12/2026**, khoa xạ trị nhận người bệnh có thẻ bảo hiểm y tế.\n\n- Nơi nhận: nhà B\n- Giờ: 7 giờ đến 16 giờ 30");
  const admin = await panel("quantri@demo.vn");
  await admin.goto(at("/admin/officers"));
  const edit = await admin.getByTestId("officer-row").getByRole("link").first().getAttribute("href");
  await officer.goto(at("/admin/statements?status=published&unit=TH-YT"));
  const statement = await officer.getByTestId("statement-row").getByRole("link").first().getAttribute("href");
  return { codes, statement, officerID: edit.split("/").pop(), officer, boss: await panel("phatngon.yte@demo.vn"), admin, nobody: await visitor() };
}

/** The pictures of the panel's help (internal/admin/help), each of one of these pages. */
export const helps = {
  "home-officer": "home", "request-new": "request", "queue-officer": "queue", gaps: "gaps", approvals: "approvals",
  "statement-in-force": "statement", officers: "officers", policies: "policies", audit: "audit",
};

/** Every page: who, a name for its picture, its address. */
export function pages({ codes, officerID, statement, officer, boss, admin, nobody }) {
  return [
    [nobody, "login", "/admin/login"],
    [nobody, "forgotten", "/admin/login/forgotten"],
    [nobody, "link-ended", "/admin/login/password?k=x"],
    [officer, "home-officer", "/admin/home"],
    [officer, "queue-officer", "/admin/"],
    [officer, "queue-found", "/admin/?q=xa+tri"],
    [admin, "queue-admin", "/admin/"],
    [officer, "request-new", `/admin/requests/${codes[0]}`],
    [officer, "request-drafted", `/admin/requests/${codes[1]}`],
    [boss, "request-to-approve", `/admin/requests/${codes[1]}`],
    [boss, "approvals", "/admin/approvals"],
    [officer, "not-found", "/admin/requests/TH-2026-99999"],
    [officer, "cases", "/admin/cases"],
    [officer, "statements", "/admin/statements"],
    [officer, "statement-new", "/admin/statements/new"],
    [officer, "statement-in-force", statement],
    [officer, "statement-versions", `${statement}/versions`],
    [officer, "statement-import", "/admin/statements/import"],
    [officer, "why", "/admin/why?q=b%E1%BB%87nh+vi%E1%BB%87n"],
    [officer, "verdicts", "/admin/verdicts"],
    [admin, "gaps", "/admin/gaps?days=30"],
    [officer, "failed", "/admin/failed"],
    [admin, "handovers", "/admin/handovers"],
    [admin, "officers", "/admin/officers"],
    [admin, "officer-edit", `/admin/officers/${officerID}`],
    [admin, "audit", "/admin/audit"],
    [admin, "policies", "/admin/policies"],
    [officer, "account", "/admin/account"],
    [officer, "second", "/admin/account/second"],
    [officer, "help", "/admin/help"],
    [nobody, "public-home", "/"],
    [nobody, "public-deadline", "/han"],
    [nobody, "public-erasure", "/xoa"],
    [nobody, "public-nowhere", "/nowhere"],
  ];
}
