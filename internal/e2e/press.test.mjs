// A reporter: registers in the Mini App with a photo of a card, another one from abroad in
// the chat, in English; only the press desk sees who they are; one is verified and follows
// new statements, the other is asked for more.
import assert from "node:assert/strict";
import { test } from "node:test";
import { barriers } from "./axe.mjs";
import { at, chat, flash, hears, miniApp, panel, say, stage } from "./cast.mjs";
import { engine, picture } from "./server.mjs";

stage();

/** A photo of something like a press card. */
async function card(page) {
  const url = await page.evaluate(() => {
    const canvas = Object.assign(document.createElement("canvas"), { width: 857, height: 540 });
    const pen = canvas.getContext("2d");
    const paper = pen.createLinearGradient(0, 0, 857, 540);
    paper.addColorStop(0, "#f9e27d");
    paper.addColorStop(1, "#e0a92f");
    pen.fillStyle = paper;
    pen.fillRect(0, 0, 857, 540);
    pen.fillStyle = "#5d6f86";
    pen.fillRect(40, 140, 200, 260);
    pen.fillStyle = "#7a1f1f";
    pen.font = "bold 54px sans-serif";
    pen.fillText("THẺ NHÀ BÁO (MẪU)", 120, 90);
    pen.fillStyle = "#222";
    pen.font = "34px sans-serif";
    ["Họ tên: Lê Thị Mẫu", "Cơ quan: Báo Mẫu", "Số thẻ: 000000"].forEach((line, i) => pen.fillText(line, 280, 190 + 70 * i));
    return canvas.toDataURL("image/jpeg", 0.9);
  });
  return { name: "the.jpg", mimeType: "image/jpeg", buffer: Buffer.from(url.split(",")[1], "base64") };
}

test(`a reporter (${engine})`, { timeout: 240_000 }, async (t) => {
  const hoa = await miniApp("hoa");
  let id;

  await t.test("registers in the app, with the words of consent before", async () => {
    await hoa.goto(at("/miniapp/#/press"));
    await hoa.getByTestId("press-newsroom").waitFor();
    await hoa.getByTestId("press-newsroom").fill("Báo Mẫu");
    await hoa.getByTestId("press-language").click();
    assert.match(await hoa.locator("form").innerText(), /Newsroom[\s\S]*Which applies to you\?[\s\S]*up to 3[\s\S]*Choose photos[\s\S]*Agree and send/, "foreign press reads English");
    assert.equal(await hoa.getByTestId("press-newsroom").inputValue(), "Báo Mẫu", "what was typed stays");
    await picture(hoa, "69-press-english");
    await hoa.getByTestId("press-language").click();
    await hoa.getByTestId("press-kind-vn-card").check();
    await hoa.getByTestId("report-choose").setInputFiles(await card(hoa));
    await hoa.getByTestId("report-picture").waitFor();
    await picture(hoa, "70-press-form");
    assert.ok(await hoa.getByTestId("press-submit").isDisabled(), "nothing goes without consent");
    await hoa.getByTestId("press-agree").check();
    await hoa.getByTestId("press-submit").click();
    const state = hoa.getByTestId("press-state");
    await state.getByText("Chờ xác minh").first().waitFor();
    id = (await state.innerText()).match(/PV-[0-9A-F]{10}/)[0];
    await picture(hoa, "71-press-waits");
  });

  await t.test("a unit and who runs the system see nothing of it", async () => {
    for (const email of ["canbo.yte@demo.vn", "quantri@demo.vn"]) {
      const page = await panel(email);
      assert.equal(await page.locator('a[href="/admin/press"]').count(), 0);
      const answer = await page.goto(at(`/admin/press/${id}`));
      assert.equal(answer.status(), 403, email);
      await page.close();
    }
  });

  await t.test("the press desk sees the card and verifies until a day", async () => {
    const desk = await panel("canbo@demo.vn");
    await desk.goto(at("/admin/press"));
    await desk.getByTestId("press-row").filter({ hasText: id }).waitFor();
    await picture(desk, "72-press-list");
    await desk.goto(at(`/admin/press/${id}`));
    await desk.getByTestId("press-picture").waitFor();
    assert.ok(await desk.getByTestId("press-picture").evaluate((img) => img.complete && img.naturalWidth > 800), "the photo is large");
    await picture(desk, "73-press-card");
    await desk.locator("#holder").fill("Lê Thị Mẫu");
    await desk.locator("#until").fill("2027-06-30");
    await desk.getByTestId("press-verify").click();
    await flash(desk, "Đã xác minh");
    await picture(desk, "74-press-verified");
    await desk.close();
  });

  await t.test("the reporter hears so, and follows all new statements", async () => {
    await hoa.reload();
    await hoa.getByTestId("press-following").waitFor();
    await hoa.getByTestId("press-all").click();
    await hoa.getByText("Đang theo dõi: tất cả phát ngôn mới").waitFor();
    await picture(hoa, "75-press-follows");
  });

  await t.test("leaves one of what is followed, and wants one message a day", async () => {
    for (const topic of ["đất đai", "giao thông"]) {
      await hoa.getByTestId("press-topic").fill(topic);
      await hoa.getByTestId("press-add-topic").click();
      await hoa.getByTestId("press-followed").filter({ hasText: topic }).waitFor();
    }
    await hoa.getByTestId("press-all").click();
    await hoa.getByText("Đang theo dõi: đất đai; giao thông.").waitFor();
    await hoa.getByRole("button", { name: "Thôi theo dõi: đất đai" }).click();
    await hoa.getByText("Đang theo dõi: giao thông.").waitFor();
    await hoa.getByTestId("press-daily").click();
    await hoa.getByText("giao thông (báo gộp mỗi ngày một tin, sau 8 giờ sáng)").waitFor();
    await hoa.getByTestId("press-daily").scrollIntoViewIfNeeded();
    await picture(hoa, "75-press-daily");
  });

  await t.test("the press room is hers, and nobody else's", async () => {
    const room = hoa.getByTestId("press-room");
    await room.getByText("(dành cho báo chí)").first().waitFor();
    for (const [name, look] of Object.entries({ light: { width: 390 }, narrow: { width: 320 }, dark: { width: 390, colorScheme: "dark" } })) {
      await hoa.setViewportSize({ width: look.width, height: 844 });
      await hoa.emulateMedia({ colorScheme: look.colorScheme ?? "light" });
      await hoa.reload();
      await room.scrollIntoViewIfNeeded();
      assert.deepEqual(await barriers(hoa), [], name);
      assert.equal(await hoa.evaluate(() => document.documentElement.scrollWidth > innerWidth), false, name);
      await picture(hoa, "76-press-room-" + name);
    }
    await hoa.setViewportSize({ width: 390, height: 844 });
    await hoa.emulateMedia({ colorScheme: "light" });
    const nam = await miniApp("nam");
    await nam.goto(at("/miniapp/#/press"));
    await nam.getByTestId("press-newsroom").waitFor();
    assert.equal(await nam.getByTestId("press-room").count(), 0);
    await nam.close();
  });

  await t.test("she switches conclusions off, and it stays so", async () => {
    await hoa.goto(at("/miniapp/#/settings"));
    await hoa.getByTestId("messages-conclusions").click();
    await hoa.getByTestId("messages-quiet").waitFor();
    await hoa.reload();
    await hoa.getByTestId("messages-quiet").waitFor();
    assert.deepEqual(await barriers(hoa), []);
    await hoa.getByTestId("messages").scrollIntoViewIfNeeded();
    await picture(hoa, "77-messages");
  });

  await t.test("foreign press is spoken to in English and stands in a queue of its own", async () => {
    const lan = await chat("lan");
    await say(lan, "I am a reporter from Reuters");
    await hears(lan, "Which of these are you?");
    await say(lan, "3");
    await hears(lan, "Please send a clear photo of your press card");
    await picture(lan, "76-press-english");
    await lan.close();
    await hoa.close();
  });
});
