// A gap becomes a statement: the officer sees what people asked and nothing answers, writes, and sees while
// writing what the assistant will say of it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { at, panel, stage } from "./cast.mjs";
import { file, json } from "./pages.mjs";
import { engine, picture } from "./server.mjs";

stage();

const question = "Trạm y tế xã Bát Mọt bao giờ có máy siêu âm?";

test(`what nothing answers becomes a statement that is shown while it is written (${engine})`, { timeout: 120_000 }, async () => {
  const { token } = await json("/api/v1/session", { persona: "hoa" });
  await json("/api/v1/ask", { question }, token);
  const officer = await panel("canbo@demo.vn");
  await officer.goto(at("/admin/home"));
  await officer.getByRole("link", { name: /chưa trả lời được/ }).click();
  await officer.getByTestId("gap").first().waitFor();
  await picture(officer, "statement-gaps");
  await officer.getByTestId("gap").filter({ hasText: question }).getByTestId("gap-draft").click();
  await officer.getByTestId("offers").getByText(question).waitFor();
  await officer.getByTestId("field-title").fill("Máy siêu âm ở Trạm Y tế xã Bát Mọt");
  await officer.getByTestId("statement-body").fill("Trạm Y tế xã Bát Mọt có máy siêu âm từ ngày 15/12/2026.");
  await officer.getByTestId("rehearsal-chat").filter({ hasText: "“Trạm Y tế xã Bát Mọt có máy siêu âm từ ngày 15/12/2026.”" }).waitFor();
  await officer.getByTestId("rehearsal-app").filter({ hasText: "Máy siêu âm" }).waitFor();
  await officer.getByTestId("try").fill("máy siêu âm trạm Bát Mọt ngày nào có");
  await officer.getByText("cho câu “máy siêu âm trạm Bát Mọt ngày nào có”").waitFor();
  await officer.getByTestId("rehearsal-chat").scrollIntoViewIfNeeded();
  await picture(officer, "statement-rehearsed");
  assert.equal(await officer.getByTestId("statement-body").inputValue(), "Trạm Y tế xã Bát Mọt có máy siêu âm từ ngày 15/12/2026.");
});

test(`a click puts a statement where the cursor stands, and no word is lost (${engine})`, { timeout: 120_000 }, async () => {
  const [code] = await file(1);
  const officer = await panel("canbo.yte@demo.vn");
  await officer.goto(at(`/admin/requests/${code}`));
  await officer.getByTestId("draft-open").locator("> summary").click();
  const text = officer.getByTestId("draft-text");
  await text.fill("Kính gửi Anh/Chị.\n\nTrân trọng.");
  await text.evaluate((area) => area.setSelectionRange(17, 17));
  await officer.getByTestId("inserts").locator("summary").click();
  await officer.getByTestId("insert").first().click();
  assert.match(await text.inputValue(), /^Kính gửi Anh\/Chị\.\n\nTheo phát ngôn .* ngày \d\d\/\d\d\/\d{4}:\n\n[^]+\n\nTrân trọng\.$/);
  await picture(officer, "statement-inserted");
  await officer.locator("[data-saved]").filter({ hasText: "Đã lưu bản đang soạn" }).waitFor();
});

test(`requests are closed together by a drafted refusal, and that is undone (${engine})`, { timeout: 120_000 }, async () => {
  const codes = await file(2, "TH-XD"); // of a citizen and a reporter: a ground is of one law
  const officer = await panel("canbo.xaydung@demo.vn");
  await officer.goto(at("/admin/"));
  for (const code of codes) await officer.getByLabel(`Đánh dấu ${code}`).check();
  await officer.getByTestId("bulk-ground").selectOption({ index: 1 });
  await officer.getByTestId("bulk-deny").fill("Thuộc danh mục bí mật nhà nước.");
  await officer.getByTestId("bulk-close").scrollIntoViewIfNeeded();
  await picture(officer, "statement-bulk");
  await officer.getByTestId("bulk-close").click();
  await officer.getByTestId("flash").filter({ hasText: "Đã thực hiện với 1 yêu cầu. Giữ nguyên 1 yêu cầu" }).waitFor();
  await picture(officer, "statement-undo");
  await officer.getByTestId("undo-do").click();
  await officer.getByTestId("flash").filter({ hasText: "Đã hoàn tác 1 yêu cầu" }).waitFor();
});
