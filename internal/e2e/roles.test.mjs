// What each role does in the panel, one page group after another: an officer and the
// spokesperson of a unit, the press desk, the administrator. Each signs in once; where a role may
// not go, its menu does not offer it and the address says so.
import assert from "node:assert/strict";
import { test } from "node:test";
import { chat, flash, hears, panel, say, stage } from "./cast.mjs";
import { file, json, themes } from "./pages.mjs";
import { comes, downloads, keptOut, numbersLead, offered, open, pick, request, row } from "./panel.mjs";
import { engine, picture } from "./server.mjs";

const ANSWER = "Trạm y tế xã Bát Mọt có bác sĩ nội trú từ ngày 01/12/2026.";
const MENDED = "Trạm y tế xã Bát Mọt có bác sĩ nội trú từ ngày 15/12/2026.";
const GAP = "Sở Y tế cho biết xe khám lưu động tới bản Ón khám cho bà con vào ngày nào?";
const emails = { officer: "canbo.yte@demo.vn", speaker: "phatngon.yte@demo.vn", press: "canbo@demo.vn", admin: "quantri@demo.vn" };

/** Who is at work, and the requests of the unit of health: five people, one question each, asked twice over. */
let officer, speaker, press, admin, everyone, codes;

/** The officer of the unit saves a draft. */
async function drafted(code, text) {
  await request(officer, code);
  const fold = officer.getByTestId("draft-open");
  if (await fold.count()) await fold.locator("> summary").click();
  await officer.getByTestId("draft-text").fill(text);
  await officer.getByTestId("draft-save").click();
  await flash(officer, "Đã lưu bản thảo");
}

stage({
  async furnish() {
    codes = await file(10);
    const { token } = await json("/api/v1/session", { persona: "hoa" });
    await json("/api/v1/ask", { question: GAP }, token);
    [officer, speaker, press, admin] = await Promise.all(Object.values(emails).map((email) => panel(email)));
    everyone = { officer, speaker, press, admin };
  },
});

test(`each role at its work (${engine})`, { timeout: 300_000 }, async (t) => {
  await t.test("1 deadlines are told by words beside their colour, in both themes", async () => {
    for (const [who, page] of Object.entries(everyone)) {
      const inks = [];
      for (const colorScheme of themes) {
        await page.emulateMedia({ colorScheme });
        await open(page, "/admin/");
        const legend = page.locator(".legend .left");
        assert.deepEqual(await legend.allInnerTexts(), ["Quá hạn", "Đến hạn hôm nay", "Trong 3 ngày tới", "Còn lâu hơn"], who);
        const colours = await legend.evaluateAll((all) => all.map((one) => getComputedStyle(one).color));
        assert.ok(new Set(colours).size >= 3, `${who}, ${colorScheme}: ${colours}`);
        inks.push(colours.join());
        for (const due of await page.locator(".due-at").allInnerTexts()) assert.match(due, /\p{L}{2}/u, "a deadline in words");
      }
      assert.notEqual(inks[0], inks[1], "the dark theme has colours of its own");
      await page.emulateMedia({ colorScheme: "light" });
    }
  });

  await t.test("3 the queue: views, filters together, search without diacritics, keys", async () => {
    for (const [who, page] of Object.entries(everyone)) {
      await open(page, "/admin/");
      await page.locator(".views").getByRole("link", { name: "Chưa ai nhận" }).click();
      await page.waitForURL(/view=new/);
      await page.getByTestId("queue-search").fill("benh vien");
      await page.getByTestId("queue-kind").selectOption("citizen");
      await page.getByTestId("queue-seek").click();
      await page.waitForURL(/view=new&q=benh.vien&kind=citizen/);
      assert.equal(await page.locator(".views b").count(), 0, "no number of what is not listed");
      const found = await page.getByTestId("queue-row").allInnerTexts();
      assert.ok(found.length > 0, who);
      for (const text of found) assert.match(text, /bệnh viện[^]*Chưa ai nhận/i, `${who}: ${text}`);
      await open(page, "/admin/");
      for (const [key, line] of [["j", 0], ["j", 1], ["k", 0]]) {
        await page.keyboard.press(key);
        await page.locator(`.queue tbody tr.here:nth-child(${line + 1})`).waitFor();
      }
      await page.keyboard.press("?");
      await page.locator("details.keys[open]").getByText("soạn trả lời").waitFor();
    }
  });

  await t.test("3 several at once: closed and undone by the officer, taken by the spokesperson, passed on by the press desk", async () => {
    await pick(officer, [codes[2], codes[4]]);
    await officer.getByTestId("bulk-ground").selectOption({ index: 1 });
    await officer.getByTestId("bulk-deny").fill("Thuộc danh mục bí mật nhà nước.");
    await officer.getByTestId("bulk-close").click();
    await flash(officer, "Đã thực hiện với 2 yêu cầu");
    await officer.getByTestId("undo-do").click();
    await flash(officer, "Đã hoàn tác 2 yêu cầu");
    await pick(speaker, [codes[7], codes[8]]);
    await speaker.getByTestId("bulk-take").click();
    await flash(speaker, "Đã thực hiện với 2 yêu cầu");
    await open(speaker, "/admin/?view=mine");
    assert.equal(await speaker.getByTestId("queue-row").count(), 2);
    await pick(press, [codes[9]]);
    await press.locator("#to").fill("TH-XD");
    await press.locator("#why").fill("Thuộc lĩnh vực xây dựng.");
    await press.getByTestId("bulk-transfer").click();
    await flash(press, "Đã thực hiện với 1 yêu cầu");
    await open(officer, "/admin/");
    assert.equal(await row(officer, codes[9]).count(), 0, "it is not the unit's any more");
    await open(admin, "/admin/?unit=TH-XD");
    await row(admin, codes[9]).waitFor();
    assert.equal(await admin.getByTestId("bulk").count(), 0, "an administrator takes no step on requests");
  });

  await t.test("4 the request page: one main action, a remark, and for who only looks no button", async () => {
    await request(officer, codes[0]);
    await officer.getByTestId("action-assign").click();
    await officer.getByTestId("action-assign").waitFor({ state: "detached" });
    await drafted(codes[0], ANSWER);
    await request(press, codes[0]);
    await press.getByTestId("remark-text").fill("Bộ phận báo chí đã hỏi trạm y tế. @Nguyễn Thị Thảo");
    await press.getByTestId("remark-submit").click();
    await press.getByTestId("remarks").getByText("nhắc Nguyễn Thị Thảo").waitFor();
    assert.equal(await press.getByTestId("draft-text").count(), 0, "the press desk writes no answer of a unit");
    await request(admin, codes[0]);
    await admin.getByTestId("remarks").getByText("đã hỏi trạm y tế").waitFor();
    for (const id of ["action-assign", "draft-text", "approve-submit", "transfer-open", "remark-text"]) assert.equal(await admin.getByTestId(id).count(), 0, id);
    await request(speaker, codes[0]);
    await speaker.getByTestId("preview-chat").filter({ hasText: ANSWER }).waitFor();
  });

  await t.test("5 approvals: returned with a comment, mended, signed; nothing waits for anybody else", async () => {
    await open(speaker, "/admin/home");
    await speaker.getByRole("navigation").getByRole("link", { name: "Chờ duyệt" }).click();
    await speaker.getByTestId("preview-chat").filter({ hasText: ANSWER }).waitFor();
    await speaker.getByTestId("return-reason").fill("Ngày là 15/12, không phải 01/12.");
    await speaker.getByTestId("return-submit").click();
    await speaker.getByText("Không có bản thảo nào chờ Anh/Chị duyệt.").waitFor();
    await request(officer, codes[0]);
    await officer.getByTestId("return-note").getByText("Ngày là 15/12").waitFor();
    await drafted(codes[0], MENDED);
    await open(speaker, "/admin/approvals");
    const changes = speaker.getByTestId("preview-changes");
    assert.match(await changes.locator("del").first().innerText(), /01\/12/);
    assert.match(await changes.locator("ins").first().innerText(), /15\/12/);
    await picture(speaker, "roles-approvals");
    await speaker.getByTestId("approve-confirm").check();
    await speaker.getByTestId("approve-submit").click();
    await flash(speaker, "Đã phê duyệt");
    for (const page of [officer, press, admin]) {
      assert.equal(await offered(page, "/admin/approvals"), 0);
      await open(page, "/admin/approvals");
      await page.getByText("Không có bản thảo nào chờ Anh/Chị duyệt.").waitFor();
    }
  });

  await t.test("2 each number of “Hôm nay” leads to the list that it counts", async () => {
    await drafted(codes[4], ANSWER);
    await open(officer, "/admin/failed");
    await comes(officer, officer.getByTestId("unreached-row").filter({ hasText: codes[0] }));
    for (const [who, page] of Object.entries(everyone)) await numbersLead(page, who);
    await open(admin, "/admin/home");
    assert.equal(await admin.getByTestId("numbers").getByText("Tôi đang xử lý").count(), 0, "an administrator works on no request");
  });

  await t.test("4 an answer that was given before is put in by one click, with who said it", async () => {
    const hoa = await chat("hoa");
    await say(hoa, codes[0]);
    await hears(hoa, "Trả lời yêu cầu " + codes[0], "15/12/2026");
    await open(officer, "/admin/?view=done");
    await comes(officer, row(officer, codes[0]).filter({ hasText: "Đã trả lời" }));
    const { token } = await json("/api/v1/session", { persona: "lan" });
    const again = await json("/api/v1/requests", { question: "Bao giờ trạm y tế xã Bát Mọt có bác sĩ nội trú vậy? (1)", unit: "TH-YT" }, token);
    await request(officer, again.code);
    await officer.getByTestId("draft-open").locator("> summary").click();
    await officer.getByTestId("inserts").locator("summary").click();
    await officer.getByTestId("inserts").locator("li").filter({ hasText: codes[0] }).getByTestId("insert").click();
    assert.match(await officer.getByTestId("draft-text").inputValue(), /^Theo trả lời của Hoàng Văn Ký, Giám đốc Sở Y tế, ngày [^]*15\/12\/2026/);
    await officer.locator("[data-saved]").filter({ hasText: "Đã lưu bản đang soạn" }).waitFor();
  });

  let statement;
  const publishes = async () => {
    await open(speaker, statement);
    await speaker.getByTestId("statement-confirm").check();
    await speaker.getByTestId("statement-publish").click();
    await flash(speaker, "Đã công bố");
  };
  const saves = async (body) => {
    await officer.getByTestId("statement-body").fill(body);
    await officer.getByTestId("rehearsal-chat").filter({ hasText: body }).waitFor();
    await officer.getByTestId("statement-save").click();
    await flash(officer, "Đã lưu. Người phát ngôn mở trang này");
  };

  await t.test("7 gaps: what nobody has spoken of becomes a statement of the unit", async () => {
    for (const page of [speaker, press, admin]) {
      await open(page, "/admin/statements");
      await page.getByTestId("gaps").click();
      await page.getByTestId("gap").filter({ hasText: GAP }).getByText("1 người hỏi").waitFor();
    }
    assert.equal(await admin.getByTestId("gap-draft").count(), 0, "an administrator writes no statement");
    await open(officer, "/admin/gaps");
    await officer.getByTestId("gap").filter({ hasText: GAP }).getByTestId("gap-draft").click();
    await officer.getByTestId("offers").getByText(GAP).waitFor();
  });

  await t.test("6 statements: written by one, published by another, versions, “Hỏi thử”", async () => {
    await officer.getByTestId("field-title").fill("Xe khám lưu động tới bản Ón");
    await saves("Xe khám lưu động của Sở Y tế tới bản Ón, xã Tam Chung vào ngày 15/12/2026.");
    statement = new URL(officer.url()).pathname;
    assert.equal(await officer.getByTestId("statement-publish").count(), 0, "the writer does not publish");
    await publishes();
    await open(officer, `${statement}/edit`);
    await saves("Xe khám lưu động của Sở Y tế tới bản Ón, xã Tam Chung vào ngày 20/12/2026.");
    await publishes();
    for (const page of Object.values(everyone)) {
      await open(page, statement);
      await page.getByTestId("versions").click();
      const compared = page.getByTestId("compared");
      await page.waitForURL(/versions$/);
      await comes(page, compared);
      assert.match(await compared.locator("del").first().innerText(), /15\/12/);
      assert.match(await compared.locator("ins").first().innerText(), /20\/12/);
      await open(page, statement);
      await page.getByTestId("statement-try").fill("xe kham luu dong toi ban On ngay nao");
      await page.getByTestId("statement-try").press("Enter");
      await page.waitForURL(/admin\/why/);
      await comes(page, page.getByTestId("why-row").filter({ hasText: "Xe khám lưu động tới bản Ón" }));
    }
    await keptOut(press, `${statement}/edit`, "Không thực hiện được bước này");
    await keptOut(admin, "/admin/statements/new", "Không thực hiện được bước này");
  });

  await t.test("8 statistics leave the panel as files; the year is the coordinating office's", async () => {
    await open(press, "/admin/statistics");
    await press.getByRole("button", { name: "Tính lại ngay" }).click();
    await press.getByTestId("figures").waitFor();
    for (const page of [officer, admin]) {
      await open(page, "/admin/statistics");
      await comes(page, page.getByTestId("csv"));
      const csv = await downloads(page, page.getByTestId("csv"));
      assert.match(csv.name, /\.csv$/);
      assert.match(csv.bytes.toString(), /Tiếp nhận/);
    }
    await open(speaker, "/admin/statistics");
    await open(press, "/admin/statistics/yearly");
    assert.equal(await press.getByTestId("metric").count(), 6);
    for (const [page, id] of [[speaker, "xlsx"], [press, "yearly-xlsx"]]) {
      const sheet = await downloads(page, page.getByTestId(id));
      assert.match(sheet.name, /\.xlsx$/);
      assert.equal(sheet.bytes.subarray(0, 2).toString(), "PK");
    }
    for (const page of [officer, speaker]) await keptOut(page, "/admin/statistics/yearly");
  });

  await t.test("9 accounts, log and rules are the administrator's alone", async () => {
    for (const path of ["/admin/officers", "/admin/audit", "/admin/policies"]) {
      assert.equal(await offered(admin, path), 1, path);
      for (const page of [officer, speaker, press]) await keptOut(page, path);
    }
    await open(admin, "/admin/officers");
    await admin.getByTestId("field-name").fill("Trịnh Thị Mới");
    await admin.getByTestId("field-email").fill("moi@demo.vn");
    await admin.locator("#unit").fill("TH-YT");
    await admin.getByTestId("officer-create").click();
    await admin.getByTestId("link").waitFor();
    await open(admin, "/admin/officers");
    assert.match(await admin.getByTestId("officer-row").filter({ hasText: "moi@demo.vn" }).innerText(), /Chưa đặt mật khẩu/);
    await open(admin, "/admin/audit");
    await admin.getByTestId("audit-subject").fill(codes[0]);
    await admin.getByTestId("audit-filter").click();
    await admin.waitForURL(/subject=TH-/);
    const lines = await admin.getByTestId("audit-row").allInnerTexts();
    assert.ok(lines.length >= 4 && lines.every((line) => line.includes(codes[0])), lines.join("\n"));
    const log = await downloads(admin, admin.getByTestId("audit-export"));
    assert.match(log.bytes.toString(), new RegExp(codes[0]));
    await open(admin, "/admin/policies?name=sentences");
    await admin.getByTestId("policy-preview").click();
    await admin.getByTestId("policy-said").locator(".said").first().waitFor();
  });

  await t.test("10 help is the role's own, and its pictures are there", async () => {
    for (const [page, role] of [[officer, "Cán bộ đơn vị"], [speaker, "Người phát ngôn"], [press, "Bộ phận báo chí"], [admin, "Quản trị viên"]]) {
      await page.getByTestId("help-link").click();
      await page.waitForURL(/\/admin\/help$/);
      assert.equal(await page.locator('.tabs [aria-current="page"]').innerText(), role);
      const pictures = page.getByTestId("help").locator("img");
      assert.ok((await pictures.count()) >= 2, role);
      for (const one of await pictures.all()) {
        await one.scrollIntoViewIfNeeded();
        await one.evaluate((img) => img.decode());
        assert.ok(await one.evaluate((img) => img.naturalWidth > 300), role);
      }
    }
  });
});
