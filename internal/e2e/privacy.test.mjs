// What people want done with their data: seen at once in the app, corrected by an officer in
// the term of the law, taken back in the chat; and an officer who links the own Zalo account.
import assert from "node:assert/strict";
import { test } from "node:test";
import { at, chat, flash, hears, miniApp, panel, say, stage, visitor } from "./cast.mjs";
import { engine, picture } from "./server.mjs";

stage();

test(`personal data (${engine})`, { timeout: 240_000 }, async (t) => {
  const hoa = await miniApp("hoa");
  let code;

  await t.test("what is kept is seen at once, and a correction gets a code and a term", async () => {
    await hoa.goto(at("/miniapp/#/settings"));
    await hoa.getByTestId("data-view").click();
    await hoa.getByTestId("data-kept").waitFor();
    await hoa.getByTestId("data-correct").click();
    await hoa.getByTestId("correct-text").fill("Tên hiển thị của tôi là Hòa.");
    await hoa.getByTestId("correct-send").click();
    const claim = hoa.getByTestId("claim-item").first();
    await claim.getByText("Chỉnh sửa dữ liệu").waitFor();
    code = (await claim.innerText()).match(/DL-\d{4}-\d{5}/)[0];
    await picture(hoa, "90-data-in-the-app");
  });

  await t.test("a unit has no such page; the press desk does it in time, and she hears", async () => {
    const unit = await panel("canbo.yte@demo.vn");
    assert.equal((await unit.goto(at(`/admin/claims/${code}`))).status(), 403);
    const desk = await panel("canbo@demo.vn");
    await desk.goto(at("/admin/claims"));
    await picture(desk, "91-claims");
    await desk.getByRole("link", { name: code }).click();
    await picture(desk, "92-claim");
    await desk.getByTestId("claim-what").fill("Đã sửa tên hiển thị thành Hòa.");
    await desk.getByTestId("claim-done").click();
    await flash(desk, "Đã ghi là đã thực hiện");
    await hoa.reload();
    await hoa.getByTestId("claim-item").first().getByText("Đã sửa tên hiển thị thành Hòa.").waitFor();
  });

  await t.test("consent is taken back in the chat, and the office keeps a record of nobody", async () => {
    const lan = await chat("lan");
    await say(lan, "rút lại đồng ý");
    await hears(lan, "Rút lại đồng ý?");
    await say(lan, "1");
    const said = await hears(lan, "Tôi đã nhận lệnh xóa", "Mã trong nhật ký");
    const proof = (await said.innerText()).match(/erase:[0-9a-f]{64}/)[0];
    const anybody = await visitor();
    await anybody.goto(at("/xoa"));
    await anybody.getByLabel("Mã xóa dữ liệu").fill(proof);
    await anybody.getByRole("button", { name: "Kiểm tra" }).click();
    while ((await anybody.getByTestId("erased").count()) === 0) await anybody.reload(); // done behind the words
    await picture(anybody, "95-erasure-proof");
    const desk = await panel("canbo@demo.vn");
    await desk.goto(at("/admin/claims?view=ended"));
    await desk.getByText("Rút lại đồng ý").first().waitFor();
    await desk.getByText("Người đã xóa dữ liệu").first().waitFor();
    await picture(desk, "93-claims-ended");
  });

  await t.test("what is kept for how long is public", async () => {
    await hoa.goto(at("/rieng-tu"));
    await hoa.getByTestId("kept").waitFor();
    await picture(hoa, "94-privacy");
  });

  await t.test("an officer links the own chat with a code of the panel", async () => {
    const officer = await panel("canbo.yte@demo.vn");
    await officer.goto(at("/admin/account"));
    await officer.getByTestId("zalo-link").click();
    const link = (await officer.getByTestId("zalo-code").innerText()).trim();
    await picture(officer, "95-account-code");
    const own = await chat("minh");
    await say(own, link);
    await hears(own, "Đã nối tài khoản Zalo này");
    await officer.goto(at("/admin/account"));
    await officer.getByTestId("zalo-unlink").waitFor();
  });
});
