// The panel's menu: one row on a desk, and the pages that are opened seldom behind one entry,
// by keyboard and without a script too.
import assert from "node:assert/strict";
import { test } from "node:test";
import { at, panel, stage } from "./cast.mjs";
import { engine } from "./server.mjs";

stage();

test(`the menu stands in one row, and what is seldom needed is behind “Thêm” (${engine})`, { timeout: 90_000 }, async () => {
  const admin = await panel("quantri@demo.vn");
  for (const width of [1280, 1440]) {
    await admin.setViewportSize({ width, height: 800 });
    await admin.goto(at("/admin/"));
    const tops = await admin.locator(".top nav > a, .top nav summary").evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().top)));
    assert.ok(Math.max(...tops) - Math.min(...tops) < 10, `${width}: entries begin at ${tops}`);
  }
  for (const width of [390, 1024, 1440]) {
    await admin.setViewportSize({ width, height: 800 });
    await admin.goto(at("/admin/"));
    await admin.getByTestId("more-pages").press("Enter");
    const last = admin.locator(".more-pages a").last();
    await last.waitFor();
    const box = await last.boundingBox();
    assert.ok(box.x >= 0 && box.x + box.width <= width, `${width}: the list stands at ${box.x}, ${box.width} wide`);
    await admin.keyboard.press("Escape");
    await last.waitFor({ state: "hidden" });
  }
  await admin.getByTestId("more-pages").press("Enter");
  await admin.locator('.more-pages a[href="/admin/policies"]').press("Enter");
  await admin.waitForURL((url) => url.pathname === "/admin/policies");
  assert.equal(await admin.locator('.more-pages [aria-current="page"]').count(), 1, "the list says where one is");
  await admin.goto(at("/admin/"));
  await admin.evaluate(() => { document.querySelector(".more-pages").open = true; });
  await admin.locator("h1").dispatchEvent("click");
  assert.equal(await admin.locator(".more-pages[open]").count(), 0, "a click elsewhere folds it");
});
