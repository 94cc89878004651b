// An officer's day in the panel: how many clicks the work takes, words that are not lost, a
// queue that says what has come.
import assert from "node:assert/strict";
import { test } from "node:test";
import { at, clicking, flash, panel, phone, stage } from "./cast.mjs";
import { file } from "./pages.mjs";
import { engine, picture } from "./server.mjs";

const ANSWER = "Trạm y tế xã Bát Mọt có bác sĩ nội trú từ ngày 01/12/2026.";
const row = (page, code) => page.getByTestId("queue-row").filter({ hasText: code }).getByRole("link").first();

stage();

test(`few clicks lead from the sign-in to an answer (${engine})`, { timeout: 180_000 }, async (t) => {
  const [code, other] = await file(2);

  await t.test("an officer writes an answer in six at most", async () => {
    const officer = await clicking("canbo.yte@demo.vn");
    await officer.click(officer.page.getByTestId("login-submit"));
    await officer.click(officer.page.getByTestId("numbers").getByRole("link", { name: "Chưa ai nhận" }));
    await officer.click(row(officer.page, code));
    await officer.click(officer.page.getByTestId("draft-open").locator("summary").first());
    await officer.page.getByTestId("draft-text").fill(ANSWER);
    await officer.click(officer.page.getByTestId("draft-save"));
    await flash(officer.page, "Đã lưu bản thảo");
    assert.ok(officer.clicks <= 6, `${officer.clicks} clicks`);
  });

  await t.test("who approves, on a phone, needs three", async () => {
    const boss = await clicking("phatngon.yte@demo.vn", phone);
    await boss.click(boss.page.getByTestId("login-submit"));
    await boss.page.getByTestId("preview-chat").filter({ hasText: ANSWER }).waitFor();
    await picture(boss.page, "40-approvals-phone");
    const button = await boss.page.getByTestId("approve-submit").boundingBox();
    assert.ok(button.y + button.height <= 844, "the signature is below the thumb");
    await boss.click(boss.page.getByTestId("approve-confirm"));
    await boss.click(boss.page.getByTestId("approve-submit"));
    await flash(boss.page, "Đã phê duyệt");
    assert.ok(boss.clicks <= 3, `${boss.clicks} clicks`);
    assert.match(boss.page.url(), /approvals/, "and the next draft would follow");
  });

  await t.test("a transfer from the queue takes three", async () => {
    const officer = await panel("canbo.yte@demo.vn");
    let clicks = 0;
    const click = async (locator) => (clicks++, locator.click());
    await click(row(officer, other));
    await click(officer.getByTestId("transfer-open").locator("summary"));
    await officer.getByTestId("transfer-unit").fill("TH-XD");
    await officer.getByTestId("transfer-reason").fill("Thuộc lĩnh vực xây dựng.");
    await click(officer.getByTestId("transfer-submit"));
    await flash(officer, "Đã chuyển yêu cầu");
    assert.ok(clicks <= 3, `${clicks} clicks`);
  });
});

test(`what is typed is not lost, and two who write see each other (${engine})`, { timeout: 120_000 }, async () => {
  const [code] = await file(1);
  const officer = await panel("canbo.yte@demo.vn");
  const boss = await panel("phatngon.yte@demo.vn");
  for (const page of [officer, boss]) {
    await page.goto(at(`/admin/requests/${code}`));
    await page.getByTestId("draft-open").locator("summary").first().click();
  }
  const saved = (page) => page.locator("[data-saved]").filter({ hasText: "Đã lưu bản đang soạn" }).waitFor();
  await officer.getByTestId("draft-text").fill("Bản đang viết của cán bộ");
  await saved(officer);
  await boss.getByTestId("draft-text").fill("Bản đang viết của người phát ngôn");
  await boss.getByTestId("beside-text").filter({ hasText: "Bản đang viết của cán bộ" }).waitFor();
  assert.match(await boss.getByTestId("typing").innerText(), /đang được .* soạn/);
  await boss.getByTestId("beside-text").scrollIntoViewIfNeeded();
  await picture(boss, "41-two-write");
  await officer.reload();
  assert.equal(await officer.getByTestId("draft-text").inputValue(), "Bản đang viết của cán bộ");
  await officer.getByTestId("beside-text").filter({ hasText: "Bản đang viết của người phát ngôn" }).waitFor();
  await picture(officer, "42-restored");
});

test(`a queue left open says what has come, and a click shows it (${engine})`, { timeout: 120_000 }, async () => {
  const officer = await panel("canbo.yte@demo.vn");
  const [first] = await file(2);
  const news = officer.getByTestId("news").filter({ hasText: "2 yêu cầu mới" });
  await news.waitFor({ timeout: 30_000 });
  await picture(officer, "43-news");
  assert.equal(await row(officer, first).count(), 0, "nothing moves under the hand");
  await news.click();
  await row(officer, first).waitFor();
});

test(`keys do what the buttons do (${engine})`, { timeout: 120_000 }, async () => {
  const officer = await panel("canbo.yte@demo.vn");
  await file(2);
  await officer.reload();
  await officer.keyboard.press("j");
  await officer.keyboard.press("a");
  await flash(officer, "Đã thực hiện với 1 yêu cầu");
  await officer.keyboard.press("j");
  await officer.keyboard.press("r");
  await officer.waitForURL(/requests/);
  await officer.waitForFunction(() => document.activeElement?.name === "text");
  await officer.keyboard.type("jkare?");
  assert.equal(await officer.getByTestId("draft-text").first().inputValue(), "jkare?", "keys are letters in a field");
  await officer.locator("h1").click();
  await officer.keyboard.press("e");
  await officer.waitForFunction(() => document.activeElement?.name === "unit");
});
