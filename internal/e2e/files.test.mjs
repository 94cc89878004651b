// A request with everything that goes with it: five files from the phone, made smaller there,
// kept over a reload, in the panel of the unit and known to the chat; and what is said before
// another person files the same.
import assert from "node:assert/strict";
import { test } from "node:test";
import { barriers } from "./axe.mjs";
import { at, chat, hears, miniApp, panel, say, stage } from "./cast.mjs";
import { engine, picture } from "./server.mjs";

stage();

const QUESTION = "Trạm y tế xã Bát Mọt bao giờ có bác sĩ nội trú?";
const paper = (name) => ({ name, mimeType: "application/pdf", buffer: Buffer.from(`%PDF-1.4\n%${name}\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n`) });

/** A photo of a phone's camera: many pixels, hard to pack. */
async function photo(page, name) {
  const url = await page.evaluate(() => {
    const canvas = Object.assign(document.createElement("canvas"), { width: 2400, height: 2000 });
    const pen = canvas.getContext("2d");
    for (let i = 0; i < 60_000; i++) {
      pen.fillStyle = `rgb(${[i * 37, i * 91, i * 53].map((n) => n % 256)})`;
      pen.fillRect((i * 7919) % 2400, (i * 104729) % 2000, 14, 14);
    }
    return canvas.toDataURL("image/jpeg", 0.95);
  });
  return { name, mimeType: "image/jpeg", buffer: Buffer.from(url.split(",")[1], "base64") };
}

async function writes(page) {
  await page.goto(at("/miniapp/#/file"));
  await page.getByTestId("request-question").fill(QUESTION);
  await page.getByTestId("request-unit").click();
  await page.getByTestId("unit-search").fill("Sở Y tế");
  await page.getByTestId("unit-option").filter({ hasText: /^Sở Y tế$/ }).click();
}

test(`a request with files (${engine})`, { timeout: 240_000 }, async (t) => {
  const hoa = await miniApp("hoa");
  let code;

  await t.test("five files are chosen, one is made smaller on the phone, and a reload loses nothing", async () => {
    await writes(hoa);
    const large = await photo(hoa, "tram.jpg");
    const lengths = [];
    hoa.on("request", (request) => request.url().endsWith("/requests/files") && lengths.push(request.postDataBuffer()?.length ?? 0));
    await hoa.getByTestId("request-choose").setInputFiles([large, paper("don.pdf"), paper("phieu.pdf"), paper("bien-ban.pdf"), paper("anh-chup.pdf")]);
    await hoa.getByTestId("request-picture").nth(4).waitFor();
    assert.equal(await hoa.getByTestId("request-choose").count(), 0, "no sixth");
    assert.ok(Math.max(...lengths) < large.buffer.length, `sent ${lengths}, chosen ${large.buffer.length}`);
    await hoa.reload();
    await hoa.getByTestId("request-picture").nth(4).waitFor();
    for (const [name, look] of Object.entries({ light: { width: 390 }, narrow: { width: 320 }, dark: { width: 390, colorScheme: "dark" }, large: { width: 390, size: "200%" } })) {
      await hoa.setViewportSize({ width: look.width, height: 844 });
      await hoa.emulateMedia({ colorScheme: look.colorScheme ?? "light" });
      await hoa.reload();
      await hoa.getByTestId("request-picture").nth(4).waitFor();
      await hoa.evaluate((size) => void (document.documentElement.style.fontSize = size), look.size ?? "");
      assert.deepEqual(await barriers(hoa), [], name);
      assert.equal(await hoa.evaluate(() => document.documentElement.scrollWidth > innerWidth), false, name);
      await hoa.getByTestId("request-picture").first().scrollIntoViewIfNeeded();
      await picture(hoa, "80-files-" + name);
    }
    await hoa.evaluate(() => (document.documentElement.style.fontSize = ""));
  });

  await t.test("they are filed, and stand on the person's own page", async () => {
    await hoa.getByTestId("request-submit").click();
    code = await hoa.getByTestId("request-code").innerText();
    await hoa.goto(at("/miniapp/#/requests/" + code));
    await hoa.getByTestId("sent-files").waitFor();
    assert.equal(await hoa.getByTestId("sent-files").locator("li").count(), 5);
    await picture(hoa, "81-files-own");
  });

  await t.test("the unit opens each of them", async () => {
    const desk = await panel("canbo.yte@demo.vn");
    await desk.goto(at("/admin/requests/" + code));
    const links = desk.getByTestId("sent-files").getByRole("link");
    assert.equal(await links.count(), 5);
    for (const link of await links.all()) {
      const answer = await desk.request.get(at(await link.getAttribute("href")));
      assert.ok(answer.ok() && (await answer.body()).length > 0);
    }
    await desk.getByTestId("sent-files").scrollIntoViewIfNeeded();
    await picture(desk, "82-files-panel");
    await desk.close();
  });

  await t.test("the chat knows the request", async () => {
    const page = await chat("hoa");
    await say(page, code);
    await hears(page, code, "Sở Y tế");
    await picture(page, "83-files-chat");
    await page.close();
  });

  await t.test("who files the same hears of it first, and follows", async () => {
    const lan = await miniApp("lan");
    await writes(lan);
    await lan.getByTestId("request-submit").click();
    await lan.getByTestId("guard-alike").waitFor();
    assert.deepEqual(await barriers(lan), []);
    await picture(lan, "84-guard");
    await lan.getByTestId("guard-follow").click();
    await lan.getByTestId("request-followed").waitFor();
    await picture(lan, "85-followed");
    await lan.close();
  });
  await hoa.close();
});
