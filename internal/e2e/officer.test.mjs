// An officer's day in the panel: how many clicks the work takes, words that are not lost, a
// queue that says what has come.
import assert from "node:assert/strict";
import { test } from "node:test";
import { createHmac } from "node:crypto";
import { barriers } from "./axe.mjs";
import { at, clicking, flash, panel, phone, stage } from "./cast.mjs";
import { file, sizes, themes } from "./pages.mjs";
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

/** What an authenticator app shows for a secret, so many steps from now (RFC 6238). */
function shown(secret, ahead) {
  const bits = [...secret.replaceAll(" ", "")].map((letter) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter).toString(2).padStart(5, "0")).join("");
  const key = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + ahead));
  const sum = createHmac("sha1", key).update(step).digest();
  return String((sum.readUInt32BE(sum.at(-1) & 15) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

/** Keeps a page as people see it, and says what keeps somebody out of it. */
async function looked(page, name) {
  const wrong = [];
  for (const theme of themes) {
    await page.emulateMedia({ colorScheme: theme });
    for (const [width, size] of Object.entries(sizes)) {
      await page.setViewportSize(size);
      await picture(page, `${name}-${width}-${theme}`);
    }
    wrong.push(...(await barriers(page)));
  }
  assert.deepEqual(wrong, []);
}

test(`an app on the phone becomes the second half of the sign-in (${engine})`, { timeout: 180_000 }, async () => {
  const officer = await panel("canbo.yte@demo.vn");
  await officer.goto(at("/admin/account"));
  await officer.getByTestId("second-open").click();
  await officer.getByTestId("second-start").click();
  const secret = await officer.getByTestId("second-secret").innerText();
  await looked(officer, "44-second");
  await officer.getByTestId("second-code-confirm").fill(shown(secret, 0));
  await officer.getByTestId("second-confirm").click();
  const recovery = await officer.getByTestId("recovery-codes").locator("code").allInnerTexts();
  assert.equal(recovery.length, 10);
  await looked(officer, "45-recovery");
  await officer.getByTestId("recovery-done").click();
  await officer.getByTestId("logout").click();

  const again = await clicking("canbo.yte@demo.vn");
  await again.click(again.page.getByTestId("login-submit"));
  await again.page.getByTestId("login-code").fill("000000");
  await again.click(again.page.getByTestId("login-code-submit"));
  await again.page.getByRole("alert").filter({ hasText: "Mã chưa đúng" }).waitFor();
  await looked(again.page, "46-code");
  await again.page.getByTestId("login-code").fill(shown(secret, 1));
  await again.click(again.page.getByTestId("login-code-submit"));
  await again.page.getByTestId("logout").waitFor();
  await again.page.goto(at("/admin/account/second"));
  await looked(again.page, "47-second-on");
  await again.page.getByTestId("second-code-end").fill(recovery[0]);
  await again.page.getByTestId("second-end").click();
  await flash(again.page, "Đã tắt xác thực hai bước");
});
