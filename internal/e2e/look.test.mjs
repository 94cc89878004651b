// Every page at the width of a phone and of a desk, light and dark: nothing serious for
// axe, nothing wider than the screen. With SCREENS each is kept as a picture.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { test } from "node:test";
import { at, stage } from "./cast.mjs";
import { furnish, pages, sizes, themes } from "./pages.mjs";
import { engine, picture } from "./server.mjs";

stage();

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe finds that keeps somebody out, in words. */
async function barriers(page) {
  await page.evaluate(axe);
  const found = await page.evaluate(() => axe.run(document, { resultTypes: ["violations"] }));
  return found.violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id} at ${target}: ${failureSummary.replaceAll(/\s+/g, " ")}`));
}

const tooWide = (page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

test(`every page is open to everybody, at both widths and in both themes (${engine})`, { timeout: process.env.SCREENS ? 1_200_000 : 300_000 }, async () => {
  const wrong = [];
  for (const [page, name, path] of pages(await furnish())) {
    await page.goto(at(path));
    for (const theme of themes) {
      await page.emulateMedia({ colorScheme: theme });
      for (const [width, size] of Object.entries(sizes)) {
        await page.setViewportSize(size);
        if (process.env.SCREENS) await picture(page, `screen-${name}-${width}-${theme}`);
        if ((await tooWide(page)) > 0) wrong.push(`${name} at ${width}: ${await tooWide(page)} px too wide`);
      }
      for (const line of await barriers(page)) wrong.push(`${name}, ${theme}: ${line}`);
    }
  }
  assert.deepEqual(wrong, []);
});
