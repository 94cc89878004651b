// The whole story of the product in a real browser: a person asks, is quoted
// the spokesperson; asks what nobody said, files a request in one tap; an
// officer drafts, the spokesperson signs, the person hears; the answer is
// published and the next person is answered from it.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { engine, openBrowser, picture, startServer } from "./server.mjs";

const PASSWORD = "phatngon-demo";
const KNOWN = "toan tinh co bao nhieu ca sot xuat huyet?"; // no diacritics
const UNKNOWN = "Sở Y tế cho biết xe khám lưu động tới bản Ón khám cho bà con vào ngày nào?";
const REWORDED = "lich xe kham luu dong ve ban On la hom nao vay";
const ANSWER =
  "Xe khám lưu động của Sở Y tế tới bản Ón, xã Tam Chung vào ngày 05/12/2026, từ 7 giờ 30 đến 16 giờ tại nhà văn hóa bản. Người dân mang theo thẻ bảo hiểm y tế hoặc căn cước.";

let server, browser;
before(async () => {
  server = await startServer();
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  assert.equal(await server?.stop(), 0, "the server must stop gracefully");
});

/** A chat page at phone width, as one persona. */
async function chat(persona) {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: "vi-VN" });
  const page = await context.newPage();
  await page.goto(`${server.url}/dev/zalo`);
  await page.getByTestId(`persona-${persona}`).first().click();
  return page;
}

async function say(page, text) {
  await page.getByTestId("chat-input").fill(text);
  await page.getByTestId("chat-send").click();
}

/** Waits for a message of the bot that holds every piece. */
async function hears(page, ...pieces) {
  let found = page.locator('[data-testid="msg"][data-from="bot"]');
  for (const piece of pieces) found = found.filter({ hasText: piece });
  await found.last().waitFor({ timeout: 20_000 });
  return found.last();
}

/** The panel, signed in. */
async function panel(email) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "vi-VN" });
  const page = await context.newPage();
  await page.goto(`${server.url}/admin/login`);
  await page.getByTestId("login-email").fill(email);
  await page.getByTestId("login-password").fill(PASSWORD);
  await page.getByTestId("login-submit").click();
  await page.waitForURL((url) => !url.pathname.endsWith("/login"));
  return page;
}

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
    const page = await browser.newPage();
    await page.goto(`${server.url}/s/${statement}`);
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
    await officer.getByTestId("queue-row").filter({ hasText: code }).getByRole("link").first().click();
    await officer.getByTestId("action-assign").click();
    await officer.getByTestId("draft-text").fill(ANSWER);
    await officer.getByTestId("draft-save").click();
    await officer.getByTestId("flash").filter({ hasText: "Đã lưu bản thảo" }).waitFor();
    await picture(officer, "06-draft");
    assert.equal(await officer.getByTestId("approve-submit").count(), 0, "no approve button for the drafter");
    const field = (name) => officer.locator(`input[name="${name}"]`).first().inputValue();
    const form = { csrf: await field("csrf"), version: await field("version"), part: "0", revision: "1", confirm: "on" };
    const url = `${server.url}/admin/requests/${code}/approve`;
    const status = (await officer.request.post(url, { form, headers: { Origin: server.url } })).status();
    assert.equal(status, 403, "the server refuses the drafter's approval");
    await officer.context().close();
  });

  await t.test("the spokesperson approves and the person hears it in the chat", async () => {
    const boss = await panel("phatngon.yte@demo.vn");
    await boss.goto(`${server.url}/admin/requests/${code}`);
    await boss.getByTestId("approve-confirm").check();
    await boss.getByTestId("approve-submit").click();
    await boss.getByTestId("flash").filter({ hasText: "Đã phê duyệt" }).waitFor();
    await picture(boss, "07-approved");
    await hears(hoa, code, "05/12/2026", "Giám đốc Sở Y tế");
    await picture(hoa, "08-answered");

    await boss.getByTestId("publish-title").fill("Lịch xe khám lưu động tới bản Ón, xã Tam Chung");
    await boss.getByTestId("publish-submit").click();
    await boss.getByTestId("flash").filter({ hasText: "Đã công bố" }).waitFor();
    await picture(boss, "09-published");
    await boss.context().close();
  });

  await t.test("another person asks in other words and is answered from it", async () => {
    const nam = await chat("nam");
    await say(nam, REWORDED);
    const card = await hears(nam, "05/12/2026", "/s/PN-");
    assert.match(await card.innerText(), /Giám đốc Sở Y tế/);
    await picture(nam, "10-known-now");
  });

  await t.test("the Mini App finds the statement and shows the request", async () => {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: "vi-VN" });
    const app = await context.newPage();
    await app.goto(`${server.url}/miniapp/`);
    await app.getByTestId("persona-lan").click();
    await app.getByTestId("ask-input").fill(REWORDED);
    await app.getByTestId("ask-submit").click();
    await app.getByTestId("quote").first().waitFor();
    assert.match(await app.getByTestId("quote").first().innerText(), /05\/12\/2026/);
    await picture(app, "11-miniapp");
    await context.close();
  });
});
