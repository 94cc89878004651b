// Every screen of the Mini App: at 390 and 320 pixels, with letters twice as large, light and
// dark, in the plain browser and inside Zalo nothing keeps anybody out, nothing is cut off, no
// letters run into each other. With SCREENS each is kept as a picture; ONLY names some.
import assert from "node:assert/strict";
import { test } from "node:test";
import { openApp, settled } from "./app-hosts.mjs";
import { barriers } from "./axe.mjs";
import { approves, at, drafts, panel, stage } from "./cast.mjs";
import { buildForZalo } from "./container.mjs";
import { json } from "./pages.mjs";
import { engine, openBrowser, picture } from "./server.mjs";

const stand = {};
let screens;
stage({
  async furnish() {
    stand.out = await buildForZalo();
    stand.browser = await openBrowser();
    screens = await furnish();
  },
  clear: () => stand.browser?.close(),
});

const PERSONA = "nam";

/** What Nam sent and was told, so that no screen is empty; every screen, by a name for its picture. */
async function furnish() {
  const { token } = await json("/api/v1/session", { persona: PERSONA });
  const ask = (question, unit) => json("/api/v1/requests", { question, unit }, token);
  const open = await ask("Trạm y tế xã Bát Mọt bao giờ có bác sĩ nội trú, và thuốc bảo hiểm y tế nhận ở đâu?", "TH-YT");
  const answered = await ask("Khoa xạ trị của Bệnh viện Đa khoa tỉnh nhận người bệnh từ ngày nào?", "TH-YT");
  const form = await (await fetch(at("/api/v1/reports/form"))).json();
  const report = await json("/api/v1/reports", { text: "Họ đăng Sở Y tế thu 500 nghìn tiền tiêm vắc xin", link: "", pictures: [], category: form.categories[0].code }, token);
  const officer = await panel("canbo.yte@demo.vn");
  await drafts(officer, answered.code, "Khoa xạ trị nhận người bệnh từ ngày 01/12/2026, 7 giờ đến 16 giờ 30.");
  const boss = await panel("phatngon.yte@demo.vn");
  await approves(boss, answered.code);
  await Promise.all([officer.close(), boss.close()]);
  const { items } = await (await fetch(at("/api/v1/statements?limit=1"))).json();
  return [
    ["home", "/"],
    ["search", "/search"],
    ["answer", "/ask?q=" + encodeURIComponent("bao nhiêu xã, phường?")],
    ["no-answer", "/ask?q=" + encodeURIComponent("Khi nào tỉnh phóng tàu vũ trụ?")],
    ["statement", "/s/" + items[0].code],
    ["file", "/file"],
    ["check", "/check"],
    ["report", "/report"],
    ["press", "/press"],
    ["own-report", "/reports/" + report.id],
    ["mine", "/requests"],
    ["request", "/requests/" + open.code],
    ["request-answered", "/requests/" + answered.code],
    ["more", "/more"],
    ["notices", "/notices"],
    ["units", "/units"],
    ["unit", "/units/TH-YT"],
    ["settings", "/settings"],
    ["about", "/about"],
  ];
}

const only = new RegExp(process.env.ONLY ?? "");
const patience = { timeout: process.env.SCREENS ? 600_000 : 240_000 };

/** What cannot be read or reached: wider than the screen, cut off, or lines upon each other. */
const cramped = (page) =>
  page.evaluate(() => {
    const found = [];
    const name = (element) => `${element.tagName.toLowerCase()}.${element.className} “${(element.textContent || element.placeholder || "").trim().slice(0, 30)}”`;
    const wide = [...document.querySelectorAll("html, .screen, .sheet-inside, nav.tabs")];
    for (const box of wide) if (box.scrollWidth > box.clientWidth + 1) found.push(`${name(box)} is ${box.scrollWidth - box.clientWidth} px too wide`);
    for (const box of document.querySelectorAll("button, input:not([type=file]), textarea, h1, h2, h3, .tag, nav.tabs span, a.link-button")) {
      const { width, height, left, right } = box.getBoundingClientRect();
      if (width <= 1 || height <= 1) continue; // for screen readers
      const style = getComputedStyle(box);
      if (parseFloat(style.lineHeight) < parseFloat(style.fontSize)) found.push(`${name(box)}: lines overlap`);
      if (left < -1 || right > innerWidth + 1) found.push(`${name(box)} leaves the screen`);
      const cut = style.overflow === "hidden" && !box.matches(".clamp") && box.tagName !== "TEXTAREA";
      if (cut && (box.scrollHeight > box.clientHeight + 2 || box.scrollWidth > box.clientWidth + 2)) found.push(`${name(box)} is cut off`);
    }
    const labels = [...document.querySelectorAll("nav.tabs span")].map((label) => label.getBoundingClientRect());
    labels.slice(1).forEach((label, i) => label.left < labels[i].right - 1 && found.push(`labels ${i} and ${i + 1} of the bar collide`));
    return found;
  });

/** Texts of their own size that does not follow the letters; the bar's labels grow as far as five go side by side. */
const stiff = (page) =>
  page.evaluate(() => {
    const texts = [...document.querySelectorAll("main *, dialog *")].filter((one) => one.matches("input:not([type=radio], [type=checkbox], [type=file]), textarea") || [...one.childNodes].some(({ nodeType, data }) => nodeType === 3 && data.trim()));
    const sizes = () => texts.map((one) => parseFloat(getComputedStyle(one).fontSize));
    const before = sizes();
    document.documentElement.style.fontSize = "200%";
    const after = sizes();
    document.documentElement.style.fontSize = "";
    return texts.filter((_, i) => after[i] < before[i] * 1.9).map((one) => `“${(one.textContent || one.placeholder || one.type).trim().slice(0, 30)}” (${one.tagName.toLowerCase()}.${one.className}) stays small`);
  });

const letters = (page, size) => page.evaluate((size) => void (document.documentElement.style.fontSize = size), size);

for (const [host, dark] of [["browser", false], ["browser", true], ["zalo", false], ["zalo", true]]) {
  const theme = dark ? "dark" : "light";
  test(`every screen is open to everybody (${host}, ${theme}, ${engine})`, patience, async () => {
    const app = await openApp(host, stand, PERSONA, { dark });
    const { page } = app;
    const wrong = [];
    for (const [name, path] of screens.filter(([name]) => only.test(name))) {
      await app.goto(path);
      for (const width of [390, 320]) {
        await page.setViewportSize({ width, height: 844 });
        for (const size of ["100%", "200%"]) {
          await letters(page, size);
          for (const line of await cramped(page)) wrong.push(`${name} at ${width} px, letters ${size}: ${line}`);
          if (process.env.SCREENS && host === "browser") await picture(page, `app-${name}-${width}-${size.slice(0, 3)}-${theme}`);
        }
        await letters(page, "");
      }
      for (const line of await stiff(page)) wrong.push(`${name}: ${line}`);
      for (const line of await barriers(page)) wrong.push(`${name}: ${line}`);
    }
    await app.close();
    assert.deepEqual(wrong, []);
  });
}

const sheets = [
  ["the notice", "/", (page) => page.getByTestId("about")],
  ["units to choose from", "/file", (page) => page.getByTestId("request-unit")],
  ["a step in one's own request", "request", (page) => page.getByTestId("step-add")],
  ["a step that cannot be undone", "request", (page) => page.getByTestId("step-withdraw")],
  ["erasing one's data", "/settings", (page) => page.getByTestId("erase")],
  ["a quote as a picture", "answer", (page) => page.getByRole("button", { name: /ảnh/i }).first()],
];

/** Where the focus is: in the sheet or not, and how far down. */
const focus = (page) =>
  page.evaluate(() => {
    const now = document.activeElement;
    const at = now.getBoundingClientRect();
    return { inside: !!now.closest("dialog"), first: now.matches("dialog h2"), top: Math.round(at.top), name: now.textContent || now.getAttribute("aria-label") };
  });

test(`in a sheet the focus begins at its title, goes down it, stays in it, and returns (${engine})`, { timeout: 120_000 }, async () => {
  const app = await openApp("browser", stand, PERSONA);
  const { page } = app;
  for (const [what, path, opener] of sheets) {
    await app.goto((screens.find(([name]) => name === path) ?? [, path])[1]);
    await opener(page).click();
    await page.locator("dialog[open]").waitFor();
    await settled(page);
    assert.ok((await focus(page)).first, `${what}: begins at the title`);
    assert.deepEqual(await barriers(page), [], what);
    for (let i = 0, top = 0; i < 4; i++) {
      await page.keyboard.press("Tab");
      const now = await focus(page);
      if (now.name === "" || !now.inside) break; // the browser's own bar, after the last
      assert.ok(now.top >= top - 1, `${what}: ${now.name} comes after what stands below it`);
      top = now.top;
    }
    const outside = await page.evaluate(() => {
      document.querySelector(".screen button, .screen a")?.focus();
      return !document.activeElement.closest("dialog") && document.activeElement !== document.body;
    });
    assert.ok(!outside, `${what}: nothing behind it takes the focus`);
    await page.keyboard.press("Escape");
    await page.locator("dialog[open]").waitFor({ state: "detached" });
    assert.equal(await opener(page).evaluate((button) => button === document.activeElement), true, `${what}: the focus returns`);
  }
  await app.close();
});
