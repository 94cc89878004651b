// "Đúng điều tôi hỏi": a person says so of what was shown, changes their mind, and an officer
// makes a label of it, which leaves the panel as a file.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { at, chat, flash, hears, panel, say, stage } from "./cast.mjs";
import { engine, picture } from "./server.mjs";

stage();

const asked = "giá nước sạch ở đô thị bao nhiêu một khối";

test(`what was shown is judged, and becomes a label (${engine})`, { timeout: 120_000 }, async () => {
  const hoa = await chat("hoa");
  await say(hoa, asked);
  const card = await hears(hoa, "Đúng điều tôi hỏi");
  await card.getByRole("button", { name: "Đúng điều tôi hỏi" }).click();
  await hears(hoa, "Cảm ơn Anh/Chị đã cho biết");
  await say(hoa, "không đúng điều tôi hỏi");
  await hears(hoa, "chưa đúng ý Anh/Chị");
  await picture(hoa, "66-verdict-in-chat");

  const officer = await panel("canbo@demo.vn");
  await officer.goto(at("/admin/verdicts"));
  const row = officer.getByTestId("verdict-row");
  await row.filter({ hasText: "Người hỏi: không đúng điều tôi hỏi" }).waitFor();
  assert.equal(await row.count(), 1, "the changed mind replaces the first");
  await picture(officer, "67-verdicts");
  for (const [width, height] of [[390, 844], [1440, 900]]) {
    for (const colorScheme of ["light", "dark"]) {
      await officer.setViewportSize({ width, height });
      await officer.emulateMedia({ colorScheme });
      await picture(officer, `67-verdicts-${width}-${colorScheme}`);
    }
  }
  const lan = await chat("lan");
  await say(lan, "dịch tả lợn ở Cẩm Thủy tiêu hủy bao nhiêu con");
  await (await hears(lan, "Cẩm Thủy · 14 · 655")).getByRole("button", { name: "Đúng điều tôi hỏi" }).click();
  await hears(lan, "Cảm ơn Anh/Chị đã cho biết");
  await officer.reload();
  const right = officer.getByTestId("verdict-row").filter({ hasText: "Người hỏi: đúng điều tôi hỏi" });
  await right.getByLabel("Câu trả lời nằm ở").selectOption({ label: "Cẩm Thủy · 14 · 655 · 11/11/2026" });
  await picture(officer, "67-verdict-right");
  await right.getByTestId("verdict-take").click();
  await flash(officer, "Đã nhận làm nhãn");

  await row.getByTestId("verdict-why").click();
  await officer.getByTestId("why-outcome").waitFor();
  await picture(officer, "68-why");
  await officer.goBack();
  await row.getByTestId("verdict-take").click();
  await flash(officer, "Đã nhận làm nhãn");
  await officer.goto(at("/admin/verdicts?state=taken"));
  const [file] = await Promise.all([officer.waitForEvent("download"), officer.getByTestId("verdicts-export").click()]);
  assert.match(file.suggestedFilename(), /^nhan-cau-hoi-.*\.zip$/);
  assert.equal((await readFile(await file.path())).subarray(0, 2).toString(), "PK");
});
