// An office brings several files at once: each is read, what could not be is said, and each
// statement is confirmed in its own tab while the list stays.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { at, panel, stage } from "./cast.mjs";
import { engine, picture } from "./server.mjs";

const papers = new URL("../../knowledge/importer/testdata/papers/", import.meta.url).pathname;
const sheet = { name: "lịch.csv", mimeType: "text/csv", buffer: Buffer.from("title,body,unit\nLịch tiêm,Tiêm ngày thứ hai.,Sở Y tế\nLịch khám,Khám ngày thứ ba.,Sở Y tế\n") };
const broken = { name: "hỏng.docx", mimeType: "application/octet-stream", buffer: Buffer.from("PK") };

stage();

test(`several files are read, and each statement is confirmed by itself (${engine})`, { timeout: 120_000 }, async () => {
  const officer = await panel("canbo.yte@demo.vn");
  await officer.goto(at("/admin/statements/import"));
  const input = officer.getByTestId("import-file");
  const paper = { name: "thông báo.html", mimeType: "text/html", buffer: await readFile(`${papers}thong-bao.html`) };
  await input.setInputFiles([paper, sheet, broken]);
  await officer.getByTestId("import-read").click();
  await officer.getByText("Đã đọc 3/3 tệp, 1 tệp chưa đọc được.").waitFor();
  const rows = officer.getByTestId("looked-row");
  assert.equal(await rows.count(), 4);
  await picture(officer, "90-several-files");

  const opened = officer.waitForEvent("popup");
  await rows.filter({ hasText: "Lịch khám" }).getByRole("button").click();
  const form = await opened;
  await form.getByTestId("imported").waitFor();
  assert.match(await form.getByTestId("imported").innerText(), /lịch\.csv.*\(phát ngôn 2\/2\)/);
  assert.equal(await form.getByTestId("statement-body").inputValue(), "Khám ngày thứ ba.");
  assert.match(await rows.filter({ hasText: "Lịch khám" }).innerText(), /Đã mở, mở lại/);
  assert.equal(await rows.count(), 4, "the list stays while a form is open");

  await officer.setViewportSize({ width: 390, height: 844 });
  await picture(officer, "91-several-files-phone");
});
