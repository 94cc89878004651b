// Every page at the width of a phone and of a desk, light and dark: nothing serious for
// axe, nothing wider than the screen. With SCREENS each is kept as a picture; ONLY names some.
import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { test } from "node:test";
import { barriers } from "./axe.mjs";
import { at, stage } from "./cast.mjs";
import { furnish, helps, pages, sizes, themes } from "./pages.mjs";
import { engine, picture } from "./server.mjs";

stage();

const tooWide = (page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Keeps a small picture of a page for the panel's help: of the best quality that fits into 58 KB. */
async function helped(page, name) {
  await page.setViewportSize({ width: 960, height: 600 });
  for (const quality of [55, 45, 35, 25, 15]) {
    const taken = await page.screenshot({ type: "jpeg", quality });
    if (taken.length > 58 * 1024 && quality > 15) continue;
    await writeFile(`../admin/help/pictures/${helps[name]}.jpg`, taken);
    return;
  }
}

/** What of the queue cannot be seen at once: the first request on a phone, fourteen at a desk. */
async function cramped(page, width) {
  const tops = await page.getByTestId("queue-row").evaluateAll((rows) => rows.map((row) => row.getBoundingClientRect()).map(({ top, bottom }) => ({ top, bottom })));
  if (width === "390") return tops[0].top < 200 ? [] : [`the first request begins at ${tops[0].top} px`];
  const seen = tops.filter(({ bottom }) => bottom <= 900).length;
  return seen >= 14 ? [] : [`${seen} requests at a desk`];
}

test(`every page is open to everybody, at both widths and in both themes (${engine})`, { timeout: process.env.SCREENS ? 1_200_000 : 300_000 }, async () => {
  const wrong = [];
  const only = new RegExp(process.env.ONLY ?? "");
  for (const [page, name, path] of pages(await furnish()).filter(([, name]) => only.test(name))) {
    await page.goto(at(path));
    for (const theme of themes) {
      await page.emulateMedia({ colorScheme: theme });
      for (const [width, size] of Object.entries(sizes)) {
        await page.setViewportSize(size);
        if (process.env.SCREENS) await picture(page, `screen-${name}-${width}-${theme}`);
        if (name === "queue-officer") wrong.push(...(await cramped(page, width)));
        if ((await tooWide(page)) > 0) wrong.push(`${name} at ${width}: ${await tooWide(page)} px too wide`);
      }
      if (process.env.SCREENS && theme === "light" && helps[name]) await helped(page, name);
      for (const line of await barriers(page)) wrong.push(`${name}, ${theme}: ${line}`);
    }
  }
  assert.deepEqual(wrong, []);
});
