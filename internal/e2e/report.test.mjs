// False content in a real browser: one person reports a link, another the same link in
// another form; the press desk classifies, the unit verifies and drafts, its spokesperson
// signs; the program is killed and starts again; the page is public, all three hear it
// once, and who asks is answered with it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { at, chat, flash, hears, killed, panel, say, stage, visitor } from "./cast.mjs";
import { command, engine, picture } from "./server.mjs";

const RUMOUR = "trang Tin Nóng 36 đăng tin sai sự thật là Sở Y tế thu 500 nghìn tiền tiêm vắc xin";
const LINK = "https://www.facebook.com/groups/123456/posts/987654321";
const SAME = "https://m.facebook.com/groups/123456/permalink/987654321/?mibextid=Nif5oz";
const CONCLUSION = "Sở Y tế không thu tiền tiêm vắc xin trong chương trình tiêm chủng mở rộng.";

stage();

test(`a report of false content (${engine})`, { timeout: 240_000 }, async (t) => {
  const lan = await chat("lan");
  const hoa = await chat("hoa");
  const khach = await chat("khach");
  let code;

  /** Reports by words, then by the first line of each list. */
  const reports = async (page, text) => {
    await say(page, text);
    await hears(page, "Nội dung thuộc lĩnh vực nào");
    await say(page, "3");
    await hears(page, "Gửi, báo kết quả cho tôi");
    await page.getByTestId("msg-button").filter({ hasText: "Gửi, báo kết quả cho tôi" }).last().click();
    return hears(page, /TG-2026-\d{5}/);
  };

  await t.test("what is reported is a case, with the code in the receipt", async () => {
    const receipt = await reports(lan, `${RUMOUR} ${LINK}`);
    code = (await receipt.innerText()).match(/TG-2026-\d{5}/)[0];
    await picture(lan, "30-reported");
  });

  await t.test("the same link in another form is the same case, and its state is told at once", async () => {
    const receipt = await reports(hoa, `thấy trên facebook đăng tin sai sự thật ${SAME}`);
    assert.match(await receipt.innerText(), new RegExp(code));
    await picture(hoa, "31-reported-too");
    assert.match(await (await reports(khach, `có nhóm đăng tin sai sự thật ${LINK}?mibextid=abc`)).innerText(), new RegExp(code));
  });

  await t.test("the press desk classifies, the unit drafts and cannot sign", async () => {
    const desk = await panel("canbo@demo.vn");
    await desk.goto(at("/admin/cases"));
    await desk.getByTestId("case-row").filter({ hasText: code }).waitFor();
    await picture(desk, "32-board");
    await desk.goto(at(`/admin/cases/${code}`));
    await picture(desk, "33-case");
    await desk.getByTestId("case-unit").first().fill("Sở Y tế");
    await desk.getByTestId("case-why").first().fill("Thuộc lĩnh vực y tế.");
    await desk.getByTestId("case-classify").click();
    await flash(desk, "Đã phân loại");
    await desk.close();
    const officer = await panel("canbo.yte@demo.vn");
    await officer.goto(at(`/admin/cases/${code}`));
    await officer.getByTestId("case-verify").click();
    await flash(officer, "Đã bắt đầu kiểm chứng");
    await officer.getByTestId("case-claim").fill("Sở Y tế thu 500 nghìn đồng tiền tiêm vắc xin");
    await officer.getByTestId("case-false").check();
    await officer.getByTestId("case-text").fill(CONCLUSION);
    await officer.getByTestId("case-find").fill("lịch tiêm chủng trạm y tế");
    await officer.getByTestId("case-search").click();
    await officer.locator('input[name="quote"]').first().check();
    await picture(officer, "34-quotes");
    await officer.getByTestId("case-draft").click();
    await flash(officer, "trình ký");
    await picture(officer, "34-drafted");
    assert.equal(await officer.getByTestId("case-conclude").count(), 0, "no signature for the drafter");
    await officer.close();
  });

  await t.test("the spokesperson signs, the program is killed, the conclusion is published; everybody hears it once", async () => {
    const boss = await panel("phatngon.yte@demo.vn");
    await boss.goto(at(`/admin/cases/${code}`));
    await picture(boss, "35-to-sign");
    for (const step of ["case-conclude", "case-label"]) {
      await boss.getByTestId(step).click();
      await boss.getByTestId("flash").waitFor();
    }
    await killed();
    await boss.goto(at(`/admin/cases/${code}`));
    await boss.getByTestId("case-publish").click();
    await boss.getByTestId("flash").waitFor();
    await picture(boss, "36-published");
    await boss.close();
    for (const page of [lan, hoa, khach]) {
      await hears(page, CONCLUSION);
      const told = await page.locator('[data-testid="msg"][data-from="bot"]').filter({ hasText: CONCLUSION }).count();
      assert.equal(told, 1, "the conclusion is told once");
    }
    await picture(lan, "37-told");
  });

  await t.test("its evidence pack is whole, on a machine that knows nothing else", async () => {
    const desk = await panel("canbo@demo.vn");
    await desk.goto(at(`/admin/cases/${code}`));
    await desk.getByText("Lập hồ sơ chứng cứ (tệp ZIP)").click();
    await desk.locator("#pack-to").fill("Công an tỉnh Thanh Hóa");
    await desk.locator("#pack-why").fill("Xác minh người đăng.");
    const [download] = await Promise.all([desk.waitForEvent("download"), desk.getByTestId("case-pack").click()]);
    const verified = command("evidence", "verify", await download.path());
    assert.equal(verified.status, 0, verified.stdout);
    assert.match(verified.stdout, new RegExp(`${code}[^]*3 báo tin`));
    await desk.reload();
    await desk.getByTestId("packs").getByText("SHA-256").first().waitFor();
    await picture(desk, "40-pack");
    await desk.close();
  });

  await t.test("its page is public, and who asks is answered with the conclusion", async () => {
    const page = await visitor();
    await page.goto(at(`/k/${code}`));
    await page.getByText("TIN GIẢ, TIN SAI SỰ THẬT").first().waitFor();
    await picture(page, "38-public");
    await page.close();
    const minh = await chat("minh");
    await say(minh, "co phai So Y te thu 500 nghin tien tiem vac xin khong");
    await hears(minh, CONCLUSION);
    const answers = minh.locator('[data-testid="msg"][data-from="bot"]');
    const first = await answers.evaluateAll((all, words) => all.findIndex((m) => m.textContent.includes(words)), CONCLUSION);
    assert.equal(await answers.filter({ hasText: code }).count() > 0 && first, (await answers.count()) - 1, "the conclusion is the first and only answer");
    await picture(minh, "39-asked");
    await say(minh, LINK);
    await hears(minh, code);
    await minh.close();
  });
});
