// "Có thật không?" in the chat and in the Mini App: what is word for word the province's,
// what was changed and where, what is concluded, and what is in no list and goes into a
// report as it was checked, words and picture.
import assert from "node:assert/strict";
import { test } from "node:test";
import { at, chat, concludes, hears, miniApp, panel, photo, say, stage } from "./cast.mjs";
import { engine, picture } from "./server.mjs";

const OFFICIAL = "Từ đầu năm đến ngày 31/10/2026, toàn tỉnh ghi nhận 1.284 ca sốt xuất huyết Dengue, giảm 18% so với cùng kỳ năm 2025; không có ca tử vong.";
const CHANGED = OFFICIAL.replace("giảm 18%", "tăng 18%");
const LINK = "https://www.facebook.com/groups/123456/posts/987654321";
const SAME = "https://m.facebook.com/groups/123456/permalink/987654321/?mibextid=Nif5oz";
const NOWHERE = "https://www.tiktok.com/@tinnong36/video/7301234567890123456";
const CONCLUSION = "Sở Y tế không thu tiền tiêm vắc xin trong chương trình tiêm chủng mở rộng.";
const LONG = "Từ mai mỗi hộ ở bản Ón phải nộp một triệu đồng tiền cứu trợ, ai không nộp thì bị cắt nước. ".repeat(60).trim();
const health = { name: "Sở Y tế", officer: "canbo.yte@demo.vn", signer: "phatngon.yte@demo.vn" };

stage();

/** Fills in the form of the check and reads what came of it. */
async function checks(page, text, file) {
  await page.goto(at("/miniapp/#/"));
  await page.getByTestId("home-check").click();
  await page.getByTestId("check-text").fill(text);
  if (file) await page.getByTestId("check-choose").setInputFiles(file);
  await page.getByTestId("check-send").click();
  await page.getByTestId("check-outcome").first().waitFor();
  return page.getByTestId("check-outcome");
}

const shows = async (outcomes) => outcomes.evaluateAll((all) => all.map(({ dataset }) => dataset.outcome));
const fits = (page) => page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);

test(`is it true? (${engine})`, { timeout: 240_000 }, async (t) => {
  const hoa = await chat("hoa");
  const lan = await chat("lan");
  const khach = await miniApp("khach");
  let code;

  await t.test("in the chat the exact words are said to be the province's, and one changed word is shown", async () => {
    await say(hoa, `${OFFICIAL} Có đúng không?`);
    await hears(hoa, "Đúng nguyên văn của tỉnh", "1.284 ca");
    await picture(hoa, "70-chat-verbatim");
    await say(hoa, `${CHANGED} Có đúng không?`);
    const changed = await hears(hoa, "Đã bị sửa");
    assert.match(await changed.innerText(), /Nguyên văn: [^\n]*【giảm】[^]*Bản gửi: [^\n]*【tăng】/, "where it was changed");
    await picture(hoa, "71-chat-changed");
  });

  await t.test("in the Mini App as well", async () => {
    assert.deepEqual(await shows(await checks(khach, OFFICIAL)), ["verbatim"]);
    assert.match(await khach.getByTestId("check-outcome").innerText(), /Đúng nguyên văn của tỉnh/);
    assert.equal(await khach.getByTestId("check-report").count(), 0, "what is the province's is nothing to report");
    await picture(khach, "72-app-verbatim");
    const changed = await checks(khach, CHANGED);
    assert.match(await changed.innerText(), /Đã bị sửa/);
    assert.deepEqual(await changed.locator("mark").allInnerTexts(), ["giảm", "tăng"]);
    await changed.locator("mark").first().scrollIntoViewIfNeeded();
    await picture(khach, "73-app-changed");
  });

  await t.test("an unknown link is in no list, which proves nothing, and goes into a report", async () => {
    await say(lan, `${LINK} có thật không?`);
    const unseen = await hears(lan, "chưa thấy nội dung này trong danh sách đã công bố", "Chưa thấy không có nghĩa là");
    assert.doesNotMatch(await unseen.innerText(), /TIN GIẢ/);
    await picture(lan, "74-chat-unseen");
    await lan.getByTestId("msg-button").filter({ hasText: /Báo tin/ }).last().click();
    await hears(lan, "Nội dung thuộc lĩnh vực nào");
    await lan.locator("#image").setInputFiles(await photo(lan, 800));
    await say(lan, "3");
    await hears(lan, "(1 ảnh)");
    await lan.getByTestId("msg-button").filter({ hasText: "Gửi, báo kết quả cho tôi" }).last().click();
    const receipt = await hears(lan, /TG-2026-\d{5}/, "Giấy xác nhận");
    code = (await receipt.innerText()).match(/TG-2026-\d{5}/)[0];
  });

  await t.test("the same photo, smaller, is known in the Mini App, with no word of a conclusion", async () => {
    const outcome = await checks(khach, "", await photo(khach, 320));
    assert.deepEqual(await shows(outcome), ["unseen"]);
    assert.match(await outcome.innerText(), new RegExp(`giống ảnh trong vụ việc[^]*${code}[^]*có dấu hiệu giả, sai sự thật`));
    await picture(khach, "75-app-known-picture");
    await khach.getByTestId("check-chat-first").waitFor(); // who never wrote to the account could not be told
  });

  await t.test("what is concluded answers with its conclusion first: by link, by picture, in both", async () => {
    await concludes(code, health, "Sở Y tế thu 500 nghìn đồng tiền tiêm vắc xin", CONCLUSION);
    const before = await hoa.locator('[data-testid="msg"][data-from="bot"]').count();
    await say(hoa, `${SAME} có thật không?`);
    await hears(hoa, CONCLUSION);
    const first = hoa.locator('[data-testid="msg"][data-from="bot"]').nth(before);
    assert.match(await first.innerText(), new RegExp(CONCLUSION), "the first thing that is said");
    await picture(hoa, "76-chat-concluded");
    const both = await checks(khach, "Từ mai mỗi hộ phải đóng một triệu đồng tiền cứu trợ.", await photo(khach, 320));
    assert.deepEqual(await shows(both), ["concluded", "unseen"]);
    assert.match(await both.first().innerText(), new RegExp(CONCLUSION));
    await picture(khach, "77-app-concluded");
  });

  await t.test("what is in no list is reported from the Mini App with nothing typed or chosen again", async () => {
    const file = await photo(khach, 640, 2);
    const outcomes = await checks(khach, LONG, file);
    assert.deepEqual(await shows(outcomes), ["unseen", "unseen"]);
    assert.ok(await fits(khach), "no sideways scrolling");
    await picture(khach, "78-app-unseen");
    await khach.getByTestId("check-report").click();
    await khach.getByTestId("report-picture").waitFor();
    assert.equal(await khach.getByTestId("report-text").inputValue(), LONG, "not a word is lost");
    await picture(khach, "79-app-carried");
    await khach.getByTestId("category-other").click();
    await khach.getByTestId("report-review").click();
    await khach.getByTestId("report-send").click();
    const own = await khach.getByTestId("report-code").innerText();
    assert.notEqual(own, code);
    const desk = await panel("canbo@demo.vn");
    await desk.goto(at(`/admin/cases/${own}`));
    assert.ok((await desk.getByTestId("report").innerText()).replace(/\s+/g, " ").includes(LONG), "the press desk reads all of it");
    assert.equal(await desk.locator('[data-testid="report"] img').count(), 1);
    await picture(desk, "80-desk");
    await desk.close();
  });

  await t.test("who only checked may wish to hear the conclusion, in the chat they have", async () => {
    await hoa.close();
    const app = await miniApp("hoa"); // who has written to the account
    const outcome = await checks(app, NOWHERE);
    assert.deepEqual(await shows(outcome), ["unseen"]);
    await picture(app, "81-app-follow");
    await app.getByTestId("check-follow").click();
    assert.match(await app.getByTestId("check-followed").innerText(), /Đã ghi[^]*180 ngày/);
    await app.close();
  });
});
