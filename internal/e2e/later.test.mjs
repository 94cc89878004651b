// Eight days after a person last wrote Zalo takes no message to them any more: the answer
// waits, everyone is told so, and it goes out when they write.
import assert from "node:assert/strict";
import { test } from "node:test";
import { approves, at, chat, drafts, hears, later, panel, say, stage } from "./cast.mjs";
import { engine, picture } from "./server.mjs";

const ANSWER = "Phòng khám đa khoa khu vực Bát Mọt mở cửa trở lại từ ngày 20/12/2026.";

stage();

test(`an answer approved after eight days of silence waits until the person writes (${engine})`, { timeout: 180_000 }, async () => {
  const hoa = await chat("hoa");
  await say(hoa, "Phòng khám đa khoa khu vực Bát Mọt bao giờ mở cửa trở lại?");
  await hears(hoa, "Đơn vị gợi ý");
  await hoa.getByTestId("msg-button").filter({ hasText: /Gửi tới|chuyển tới đơn vị/ }).last().click();
  const receipt = await hears(hoa, "TH-2026-");
  const code = (await receipt.innerText()).match(/TH-2026-\d{5}/)[0];
  await hoa.close();

  await later("192h");
  const boss = await panel("phatngon.yte@demo.vn");
  const officer = await panel("canbo.yte@demo.vn");
  await drafts(officer, code, ANSWER);
  await approves(boss, code);
  await boss.goto(at(`/admin/requests/${code}`));
  assert.match(await boss.locator("main").innerText(), /Đã duyệt, chưa tới người hỏi/);
  assert.match(await boss.getByTestId("deliveries").innerText(), /Chờ người hỏi nhắn lại/);
  await picture(boss, "30-waits");
  await officer.goto(at("/admin/failed"));
  const row = officer.getByTestId("unreached-row").filter({ hasText: code });
  assert.match(await row.innerText(), /Ngoài khung 7 ngày/);
  await picture(officer, "31-not-arrived");

  const again = await chat("hoa");
  await say(again, "chào anh chị");
  await hears(again, "Trả lời yêu cầu " + code, "20/12/2026");
  await picture(again, "32-arrives");
  await officer.goto(at("/admin/failed"));
  assert.equal(await row.count(), 0, "nothing waits any more");
  await boss.goto(at(`/admin/requests/${code}`));
  assert.doesNotMatch(await boss.getByTestId("deliveries").innerText(), /Chờ người hỏi nhắn lại/);
});
