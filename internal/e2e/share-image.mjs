// Draws internal/web/static/share.png, the picture in cards of shared pages, with the emblem of
// internal/edge/style: CHROMIUM=… node internal/e2e/share-image.mjs after the emblem changed.
import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { openBrowser } from "./server.mjs";

const file = (path) => fileURLToPath(new URL("../" + path, import.meta.url));
const emblem = Buffer.from(await readFile(file("edge/style/emblem.svg"))).toString("base64");
const browser = await openBrowser();
const page = await browser.newPage({ viewport: { width: 1200, height: 630 } });
await page.setContent(`<body style="margin:0;height:630px;display:grid;place-content:center;justify-items:center;gap:44px;background:#f4f6f9;color:#0b4ea2;border-top:24px solid #0b4ea2;box-sizing:border-box;font:600 64px/1.25 'DejaVu Sans',sans-serif;text-align:center">
<img src="data:image/svg+xml;base64,${emblem}" width="200" height="200" alt="">
<div>Phát ngôn,<br>thông tin chính thức</div></body>`);
await page.locator("img").evaluate((img) => img.decode());
await writeFile(file("web/static/share.png"), await page.screenshot({ type: "png" }));
await browser.close();
