// Talk with an officer in a real browser: a person waits, an officer takes the talk, both
// read each other, the bot is quiet until the end. And a file goes with an answer: what it
// tells beside its words is shown, the copy without that is attached, signed and opened.
import assert from "node:assert/strict";
import { deflateRawSync } from "node:zlib";
import { test } from "node:test";
import { at, chat, drafts, flash, hears, panel, say, stage } from "./cast.mjs";
import { engine, picture } from "./server.mjs";

stage();

test(`a talk with an officer (${engine})`, { timeout: 180_000 }, async () => {
  const hoa = await chat("hoa");
  await say(hoa, "gặp cán bộ Sở Y tế");
  await hears(hoa, "danh sách chờ gặp cán bộ của Sở Y tế");
  await say(hoa, "Tôi mất giấy hẹn tiêm của cháu");
  await hoa.locator('[data-testid="msg"][data-from="bot"]').nth(1).waitFor(); // the bot still answers
  await picture(hoa, "60-waits");

  const officer = await panel("canbo.yte@demo.vn");
  await officer.goto(at("/admin/handovers"));
  await officer.getByTestId("handover-row").filter({ hasText: "Tôi mất giấy hẹn tiêm" }).waitFor();
  await picture(officer, "61-list");
  await officer.getByTestId("handover-take").first().click();
  await flash(officer, "đang trao đổi với người này");
  await hears(hoa, "đã vào trao đổi với Anh/Chị");
  await officer.getByTestId("talk-canned").first().click();
  assert.match(await officer.getByTestId("talk-text").inputValue(), /Sở Y tế/);
  await officer.getByTestId("talk-say").click();
  await hears(hoa, "trao đổi, không phải phát ngôn", "Anh/Chị cần trao đổi việc gì?");

  await say(hoa, "Giấy hẹn ngày 5 tháng 12 ở trạm Bát Mọt");
  await officer.getByTestId("talk-line").filter({ hasText: "Giấy hẹn ngày 5 tháng 12" }).waitFor(); // by itself, without a reload
  await officer.getByTestId("talk-text").fill("Anh/Chị cứ đưa cháu tới trạm, mang theo sổ tiêm.");
  await picture(officer, "62-talk");
  await officer.getByTestId("talk-say").click();
  await hears(hoa, "mang theo sổ tiêm");
  await picture(hoa, "63-talk-in-chat");

  await say(hoa, "kết thúc");
  await hears(hoa, "Trợ lý ảo trả lời trở lại");
  await officer.reload();
  assert.match(await officer.getByTestId("talk-state").innerText(), /Đã kết thúc/);
  await picture(officer, "64-ended");
});

/** A document as Word would save it: one stored part after the other. */
function docx(parts) {
  const locals = [], central = [];
  let offset = 0;
  for (const [name, text] of Object.entries(parts)) {
    const data = Buffer.from(text), packed = deflateRawSync(data), label = Buffer.from(name);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0); head.writeUInt16LE(0x800, 2); head.writeUInt16LE(8, 4);
    head.writeUInt32LE(crc(data), 10); head.writeUInt32LE(packed.length, 14); head.writeUInt32LE(data.length, 18); head.writeUInt16LE(label.length, 22);
    const local = Buffer.concat([Buffer.from("PK\x03\x04"), head, label, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    central.push(Buffer.concat([Buffer.from("PK\x01\x02\x14\x00"), head, tail, label]));
    locals.push(local);
    offset += local.length;
  }
  const list = Buffer.concat(central), end = Buffer.alloc(18);
  end.writeUInt16LE(central.length, 4); end.writeUInt16LE(central.length, 6); end.writeUInt32LE(list.length, 8); end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, list, Buffer.from("PK\x05\x06"), end]);
}

function crc(data) {
  let c = ~0;
  for (const byte of data) {
    c ^= byte;
    for (let k = 0; k < 8; k++) c = (c >>> 1) ^ (c & 1 ? 0xedb88320 : 0);
  }
  return ~c >>> 0;
}

test(`a file goes with an answer without what nobody is to read (${engine})`, { timeout: 180_000 }, async () => {
  const lan = await chat("lan");
  await say(lan, "Trạm y tế xã Bát Mọt bao giờ có bác sĩ nội trú?");
  await hears(lan, "Đơn vị gợi ý");
  await lan.getByTestId("msg-button").filter({ hasText: /Gửi tới|chuyển tới đơn vị/ }).last().click();
  const code = (await (await hears(lan, "Đã gửi yêu cầu TH-2026-")).innerText()).match(/TH-2026-\d{5}/)[0];
  const officer = await panel("canbo.yte@demo.vn");
  await drafts(officer, code, "Trạm y tế xã Bát Mọt có bác sĩ nội trú từ ngày 01/01/2027; lịch trực trong tệp kèm.");
  await officer.goto(at(`/admin/requests/${code}`));
  await officer.getByTestId("files-open").click();
  const file = docx({
    "[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    "_rels/.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    "word/document.xml": `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>Lịch trực tháng 1. Bệnh nhân gọi 0987 111 222.</w:t></w:r><w:del w:id="1" w:author="A"><w:r><w:delText>Bác sĩ nghỉ phép</w:delText></w:r></w:del></w:p></w:body></w:document>`,
  });
  await officer.getByTestId("file-input").setInputFiles({ name: "lich-truc.docx", mimeType: "application/octet-stream", buffer: file });
  await officer.getByTestId("file-add").click();
  const found = await officer.getByTestId("file-undecided").innerText();
  for (const piece of ["Dấu vết sửa", "Dữ liệu cá nhân", "số điện thoại", "đoạn 1"]) assert.ok(found.includes(piece), `${piece} is not reported:\n${found}`);
  await picture(officer, "65-file-found");
  await officer.getByTestId("file-clean").click();
  await flash(officer, "Đã kèm bản sạch");
  await picture(officer, "66-file-clean");
  const boss = await panel("phatngon.yte@demo.vn");
  await boss.goto(at(`/admin/requests/${code}`));
  await boss.getByTestId("files").first().waitFor();
  await picture(boss, "67-file-to-sign");
  await boss.getByTestId("approve-confirm").check();
  await boss.getByTestId("approve-submit").click();
  await flash(boss, "Đã phê duyệt");
  const answer = await (await hears(lan, "Tệp kèm: lich-truc.docx")).innerText();
  const address = answer.match(/\/tep\/\S+/)[0];
  const response = await fetch(at(address));
  assert.equal(response.status, 200);
  assert.match(response.headers.get("content-disposition"), /lich-truc\.docx/);
  await picture(lan, "68-file-in-chat");
  assert.equal((await fetch(at(address.replace(/k=.*/, "k=0")))).status, 404);
});
