// How what people are owed reaches them: an officer is told that somebody waits before
// the bot says so, and an answer is told as sent only where it is.
import assert from "node:assert/strict";
import { test } from "node:test";
import { approves, at, chat, drafts, hears, miniApp, panel, say, stage } from "./cast.mjs";
import { engine, picture } from "./server.mjs";

const ANSWER = "Phòng khám đa khoa khu vực Bát Mọt mở cửa trở lại từ ngày 14/12/2026, khám cả thứ Bảy.";
const QUESTION = "Phòng khám đa khoa khu vực Bát Mọt bao giờ mở cửa trở lại?";

stage();

test(`who wants to meet an officer stands in the panel's list when the bot says so (${engine})`, { timeout: 120_000 }, async () => {
  const office = await panel("canbo@demo.vn");
  await office.goto(at("/admin/handovers"));
  assert.equal(await office.getByTestId("handover-row").count(), 0, "nobody waits yet");
  const minh = await chat("minh");
  await say(minh, "gặp cán bộ");
  await hears(minh, "danh sách chờ gặp cán bộ");
  await office.goto(at("/admin/handovers"));
  assert.equal(await office.getByTestId("handover-row").count(), 1, "the words are only said of somebody in the list");
  await picture(minh, "20-handover-chat");
  await picture(office, "21-handovers");
});

test(`an answer for somebody of the Mini App alone (${engine})`, { timeout: 180_000 }, async (t) => {
  const app = await miniApp("lan");
  const officer = await panel("canbo.yte@demo.vn");
  const boss = await panel("phatngon.yte@demo.vn");
  let code;

  const delivery = async (page) => {
    await page.goto(at(`/admin/requests/${code}`));
    return page.getByTestId("deliveries").innerText();
  };
  const inApp = async (id) => {
    await app.goto(at(`/miniapp/#/requests/${code}`));
    await app.reload();
    return app.getByTestId(id).innerText();
  };

  await t.test("asks there", async () => {
    await app.goto(at("/miniapp/#/file"));
    await app.getByTestId("request-question").fill(QUESTION);
    await app.getByTestId("request-unit").click();
    await app.getByTestId("unit-search").fill("y tế");
    await app.getByTestId("unit-option").filter({ hasText: "Sở Y tế" }).first().click();
    await app.getByTestId("request-submit").click();
    code = (await app.getByTestId("request-code").innerText()).match(/TH-2026-\d{5}/)[0];
    await picture(app, "22-filed-in-app");
  });

  await t.test("after the approval the panel says that Zalo has no way to them, and that the app shows it", async () => {
    await drafts(officer, code, ANSWER);
    await approves(boss, code);
    const told = await delivery(boss);
    assert.match(told, /Không gửi được qua Zalo/);
    assert.match(told, /ứng dụng|Mini App/i, "where it can be read");
    await picture(boss, "23-not-by-zalo");
    await officer.goto(at("/admin/failed"));
    await officer.getByTestId("unreached-row").filter({ hasText: code }).waitFor();
    await picture(officer, "24-not-arrived");
  });

  await t.test("the app shows the answer, and how to have it in the chat", async () => {
    assert.match(await inApp("request-answer"), /14\/12\/2026/);
    assert.match(await app.getByTestId("delivery").innerText(), /có tại đây; sẽ được gửi vào cuộc trò chuyện Zalo khi Anh\/Chị nhắn/);
    await picture(app, "25-answered-in-app");
  });

  await t.test("once they write, the answer arrives in the chat, and everyone is told so", async () => {
    const lan = await chat("lan");
    await say(lan, code);
    await hears(lan, "Trả lời yêu cầu " + code, "14/12/2026");
    await picture(lan, "26-arrived");
    assert.match(await inApp("delivery"), /cuộc trò chuyện Zalo/);
    assert.doesNotMatch(await app.getByTestId("delivery").innerText(), /khi Anh\/Chị nhắn/);
    await picture(app, "27-told-in-app");
    assert.doesNotMatch(await delivery(boss), /Không gửi được/);
    await picture(boss, "28-arrived-panel");
    await officer.goto(at("/admin/failed"));
    assert.equal(await officer.getByTestId("unreached-row").filter({ hasText: code }).count(), 0);
  });
});
