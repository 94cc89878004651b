// A request of three parts: one is answered, one refused with a ground of the law, one goes
// to another unit and is answered there; the person gets one reply that lists all. And a
// clock that stands still over Tết, is extended, and is explained to both sides.
import assert from "node:assert/strict";
import { test } from "node:test";
import { at, chat, flash, hears, later, panel, say, stage } from "./cast.mjs";
import { engine, picture } from "./server.mjs";

stage();

async function files(page, question) {
  await say(page, question);
  await hears(page, "Đơn vị gợi ý");
  await page.getByTestId("msg-button").filter({ hasText: /Gửi tới|chuyển tới đơn vị/ }).last().click();
  const receipt = await hears(page, "Đã gửi yêu cầu TH-2026-");
  return (await receipt.innerText()).match(/TH-2026-\d{5}/)[0];
}

/** The part of a request's page with this number. */
const part = (page, number) => page.getByTestId("part").nth(number - 1);

async function answers(officer, boss, code, number, text) {
  await officer.goto(at(`/admin/requests/${code}`));
  const open = part(officer, number).getByTestId("draft-open");
  if ((await open.count()) && (await open.getAttribute("open")) === null) await open.locator("summary").first().click();
  await part(officer, number).getByTestId("draft-text").fill(text);
  await part(officer, number).getByTestId("draft-save").click();
  await flash(officer, "Đã lưu bản thảo");
  await signs(boss, code, number, "Đã phê duyệt");
}

async function signs(boss, code, number, says) {
  await boss.goto(at(`/admin/requests/${code}`));
  await part(boss, number).getByTestId("approve-confirm").check();
  await part(boss, number).getByTestId("approve-submit").click();
  await flash(boss, says);
}

test(`three parts, three outcomes, one reply (${engine})`, { timeout: 180_000 }, async () => {
  const hoa = await chat("hoa");
  const code = await files(hoa, "Phòng khám đa khoa khu vực Bát Mọt bao giờ mở cửa trở lại, những ai đã khám ở đó, đường vào bao giờ xong?");
  const officer = await panel("canbo.yte@demo.vn");
  const boss = await panel("phatngon.yte@demo.vn");
  await officer.goto(at(`/admin/requests/${code}`));
  await officer.getByTestId("split-open").locator("summary").click();
  const asks = officer.getByTestId("split-asks");
  await asks.nth(0).fill("Phòng khám bao giờ mở cửa trở lại?");
  await asks.nth(1).fill("Những ai đã khám ở đó?");
  await officer.getByTestId("split-unit").nth(0).fill("TH-YT – Sở Y tế");
  await asks.nth(2).fill("Đường vào bao giờ xong?");
  await officer.getByTestId("split-unit").nth(1).fill("TH-YT – Sở Y tế");
  await picture(officer, "40-split-form");
  await officer.getByTestId("split-submit").click();
  await flash(officer, "Đã chia yêu cầu");
  assert.equal(await officer.getByTestId("part").count(), 3);
  await picture(officer, "41-three-parts");

  await hears(hoa, "được chia thành 3 phần", "3. Đường vào bao giờ xong?");
  await hoa.getByTestId("msg-button").filter({ hasText: "Nhận chung một lần" }).last().click();
  await hears(hoa, "được gửi chung một lần");
  await picture(hoa, "42-chooses");

  await officer.goto(at(`/admin/requests/${code}`));
  await part(officer, 3).getByTestId("transfer-open").locator("summary").click();
  await part(officer, 3).getByTestId("transfer-unit").fill("TH-XD – Sở Xây dựng");
  await part(officer, 3).getByTestId("transfer-reason").fill("Đường do Sở Xây dựng quản lý.");
  await part(officer, 3).getByTestId("transfer-submit").click();
  await flash(officer, "Đã chuyển yêu cầu tới Sở Xây dựng");
  await hears(hoa, "được chuyển tới Sở Xây dựng", "Đường do Sở Xây dựng quản lý");

  await answers(officer, boss, code, 1, "Phòng khám đa khoa khu vực Bát Mọt mở cửa trở lại từ ngày 20/12/2026.");
  await officer.goto(at(`/admin/requests/${code}`));
  await part(officer, 2).getByTestId("refuse-open").locator("summary").click();
  await part(officer, 2).locator('[data-testid="refuse-open"] input[type=radio]').first().check();
  await part(officer, 2).getByTestId("refuse-reason").fill("Danh sách người khám là dữ liệu cá nhân về sức khỏe.");
  await part(officer, 2).getByTestId("refuse-instead").fill("Số lượt khám theo tháng.");
  await picture(officer, "43-refusal-form");
  await part(officer, 2).getByTestId("refuse-submit").click();
  await flash(officer, "Đã lưu bản thảo");
  await boss.goto(at(`/admin/requests/${code}`));
  await picture(boss, "44-refusal-to-sign");
  await signs(boss, code, 2, "Đã phê duyệt. Người hỏi chọn nhận chung");

  const press = await panel("canbo.xaydung@demo.vn");
  const pressBoss = await panel("phatngon.xaydung@demo.vn");
  assert.match(await press.locator("main").innerText(), new RegExp(code), "the unit that got a part has it in its queue");
  await answers(press, pressBoss, code, 3, "Đường vào phòng khám hoàn thành trong tháng 3/2027.");
  const reply = await (await hears(hoa, "Trả lời chung cho yêu cầu " + code)).innerText();
  for (const piece of ["Phần 1/3", "Kết quả: Cung cấp đủ", "20/12/2026", "Phần 2/3", "Kết quả: Từ chối cung cấp", "Số lượt khám theo tháng", "Phần 3/3", "tháng 3/2027", "quyền khiếu nại, khởi kiện"])
    assert.ok(reply.includes(piece), `the reply lacks ${piece}:\n${reply}`);
  await picture(hoa, "45-one-reply");
  await boss.goto(at(`/admin/requests/${code}`));
  await picture(boss, "46-all-decided");
});

test(`a pause over Tết and an extension are explained alike to both sides (${engine})`, { timeout: 180_000 }, async () => {
  await later(`${24 * 66}h`);
  const lan = await chat("lan");
  await say(lan, "Trạm y tế xã Bát Mọt bao giờ có bác sĩ nội trú?");
  await hears(lan, "Đơn vị gợi ý");
  await lan.getByTestId("msg-button").filter({ hasText: /Gửi tới|chuyển tới đơn vị/ }).last().click();
  const code = (await (await hears(lan, "Đã gửi yêu cầu TH-2027-")).innerText()).match(/TH-2027-\d{5}/)[0];
  const boss = await panel("phatngon.yte@demo.vn");
  await boss.goto(at(`/admin/requests/${code}`));
  await boss.getByTestId("clarify-open").locator("summary").click();
  await boss.getByTestId("clarify-question").fill("Anh/Chị hỏi bác sĩ chuyên khoa nào?");
  await boss.getByTestId("clarify-submit").click();
  await flash(boss, "Câu hỏi được gửi");
  await picture(boss, "47-asked-back");
  await hears(lan, "cần Anh/Chị cho biết thêm", "tạm dừng");
  await lan.close();

  await later(`${24 * 80}h`);
  const again = await chat("lan");
  await say(again, `bổ sung ${code}: bác sĩ nhi khoa`);
  await hears(again, "Đã ghi phần bổ sung");
  const signer = await panel("phatngon.yte@demo.vn");
  await signer.goto(at(`/admin/requests/${code}`));
  await signer.getByTestId("extend-open").locator("summary").click();
  await signer.getByTestId("extend-reason").fill("Phải tập hợp số liệu từ nhiều trạm.");
  await signer.getByTestId("extend-submit").click();
  await flash(signer, "Đã gia hạn");
  await signer.getByTestId("explained").locator("xpath=..").locator("summary").click();
  const lines = (await signer.getByTestId("explained").locator("li").allInnerTexts()).map((line) => line.trim());
  assert.ok(lines.some((line) => /tạm dừng \(chờ người hỏi bổ sung\), không tính/.test(line)), lines.join("\n"));
  assert.ok(lines.some((line) => /gia hạn thêm 12 ngày/.test(line)), lines.join("\n"));
  await picture(signer, "48-explained-panel");
  await say(again, `cách tính hạn ${code}`);
  const told = await (await hears(again, "Cách tính hạn của yêu cầu " + code)).innerText();
  for (const line of lines) assert.ok(told.includes(line), `the person does not read: ${line}\n${told}`);
  await picture(again, "49-explained-chat");
  const page = await panel("phatngon.yte@demo.vn");
  await page.goto(at("/han?rule=TT-12&date=2028-01-20&time=09:00"));
  assert.match(await page.locator("main").innerText(), /Năm 2028 chưa có bảng ngày nghỉ lễ/);
  await picture(page, "50-deadline-page");
});
