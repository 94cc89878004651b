// The whole story of the product in a real browser: a person asks, is quoted
// the spokesperson; asks what nobody said, files a request in one tap; an
// officer drafts, the spokesperson signs, the person hears; the answer is
// published and the next person is answered from it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { approves, at, chat, drafts, flash, hears, miniApp, panel, say, stage, visitor } from "./cast.mjs";
import { engine, picture } from "./server.mjs";

const KNOWN = "toan tinh co bao nhieu ca sot xuat huyet?"; // no diacritics
const UNKNOWN = "Sở Y tế cho biết xe khám lưu động tới bản Ón khám cho bà con vào ngày nào?";
const GENERAL = "Lịch xe khám lưu động tới bản Ón là ngày nào?"; // what the spokesperson says it answers
const REWORDED = "lich xe kham luu dong ve ban On la hom nao vay";
const ANSWER =
  "Xe khám lưu động của Sở Y tế tới bản Ón, xã Tam Chung vào ngày 05/12/2026, từ 7 giờ 30 đến 16 giờ tại nhà văn hóa bản. Người dân mang theo thẻ bảo hiểm y tế hoặc căn cước.";

stage();

test(`the whole story (${engine})`, { timeout: 240_000 }, async (t) => {
  const hoa = await chat("hoa");
  let code;

  await t.test("a known question without diacritics is answered word for word, with source", async () => {
    await say(hoa, KNOWN);
    const card = await hears(hoa, "1.284 ca", "/s/MAU-");
    const text = await card.innerText();
    assert.match(text, /“.+”/s, "quote in quotation marks");
    assert.match(text, /\d{2}\/\d{2}\/2026/, "date");
    const statement = text.match(/\/s\/(MAU-\d{4}-\d{4})/)[1];
    await picture(hoa, "01-answer");
    const page = await visitor();
    await page.goto(at(`/s/${statement}`));
    const official = (await page.locator("main").innerText()).normalize().replace(/\s+/g, " ");
    const quote = text.match(/“(.+?)”/s)[1].normalize().replace(/\s+/g, " ").replace(/[*_]/g, "");
    assert.ok(official.includes(quote.slice(0, 120)), "the quote stands word for word on the statement's page");
    await picture(page, "02-statement");
    await page.close();
  });

  await t.test("an unknown question becomes a request by one tap", async () => {
    await say(hoa, UNKNOWN);
    const refusal = await hears(hoa, "chưa có phát ngôn chính thức");
    await picture(hoa, "03-refusal");
    await hoa.getByTestId("msg-button").filter({ hasText: /Gửi/ }).last().click();
    const receipt = await hears(hoa, /TH-2026-\d{5}/, "Sở Y tế");
    code = (await receipt.innerText()).match(/TH-2026-\d{5}/)[0];
    await picture(hoa, "04-filed");
    assert.ok(refusal);
  });

  await t.test("the officer drafts and cannot approve", async () => {
    const officer = await panel("canbo.yte@demo.vn");
    await picture(officer, "05-queue");
    await officer.getByTestId("queue-row").filter({ hasText: code }).getByRole("link").first().waitFor();
    await drafts(officer, code, ANSWER);
    await picture(officer, "06-draft");
    assert.equal(await officer.getByTestId("approve-submit").count(), 0, "no approve button for the drafter");
    const field = (name) => officer.locator(`input[name="${name}"]`).first().inputValue();
    const form = { csrf: await field("csrf"), version: await field("version"), part: "0", revision: "1", confirm: "on" };
    const url = at(`/admin/requests/${code}/approve`);
    const status = (await officer.request.post(url, { form, headers: { Origin: at("") } })).status();
    assert.equal(status, 403, "the server refuses the drafter's approval");
    await officer.close();
  });

  await t.test("the spokesperson approves and the person hears it in the chat", async () => {
    const boss = await panel("phatngon.yte@demo.vn");
    await approves(boss, code);
    await picture(boss, "07-approved");
    await hears(hoa, code, "05/12/2026", "Giám đốc Sở Y tế");
    await picture(hoa, "08-answered");

    // The title proposed from the answer's own words is nobody's: it needs no second person.
    const title = await boss.getByTestId("publish-title").inputValue();
    assert.ok(title.startsWith("Xe khám lưu động của Sở Y tế tới bản Ón"), `the proposed title is ${title}`);
    await boss.getByTestId("publish-questions").fill(GENERAL);
    await boss.getByTestId("publish-submit").scrollIntoViewIfNeeded();
    await picture(boss, "09-to-publish");
    await boss.getByTestId("publish-submit").click();
    await flash(boss, "Đã công bố");
    await picture(boss, "10-published");
    await boss.close();
  });

  await t.test("another person asks in other words and is answered from it", async () => {
    const nam = await chat("nam");
    await say(nam, REWORDED);
    const card = await hears(nam, "05/12/2026", "/s/PN-");
    assert.match(await card.innerText(), /Giám đốc Sở Y tế/);
    await picture(nam, "11-known-now");
  });

  await t.test("the Mini App finds the statement and shows the request", async () => {
    const app = await miniApp("lan");
    await app.getByTestId("ask-input").fill(REWORDED);
    await app.getByTestId("ask-submit").click();
    await app.getByTestId("quote").first().waitFor();
    assert.match(await app.getByTestId("quote").first().innerText(), /05\/12\/2026/);
    await picture(app, "12-miniapp");
    await app.close();
  });
});
