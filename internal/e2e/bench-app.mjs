// How soon the Mini App is there on a cheap phone: first paint and interactive at a quarter of
// this machine's speed, over 1.6 Mbit/s with 150 ms, first visit and second. Figures, no test.
import { openBrowser, startServer } from "./server.mjs";

const runs = Number(process.env.RUNS ?? 5);
const slow = { offline: false, latency: 150, downloadThroughput: (1.6 * 1024 * 1024) / 8, uploadThroughput: (750 * 1024) / 8 };

/** Opens home once; milliseconds to the first paint and to the end of the last long task, and bytes fetched. */
async function visit(context, url) {
  const page = await context.newPage();
  const phone = await context.newCDPSession(page);
  await phone.send("Network.enable");
  await phone.send("Network.emulateNetworkConditions", slow);
  await phone.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  let bytes = 0;
  phone.on("Network.loadingFinished", ({ encodedDataLength }) => (bytes += encodedDataLength));
  await page.addInitScript(() => {
    window.lastTask = 0;
    new PerformanceObserver((list) => list.getEntries().forEach(({ startTime, duration }) => (window.lastTask = Math.max(window.lastTask, startTime + duration)))).observe({ type: "longtask", buffered: true });
  });
  await page.goto(url);
  await page.getByTestId("statement-item").first().waitFor();
  await page.waitForTimeout(2_000); // what still runs then counts; the other screens are fetched later, when nothing is to do
  const figures = await page.evaluate(() => {
    const paint = performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0;
    return { paint, interactive: Math.max(paint, window.lastTask) };
  });
  await page.close();
  return { ...figures, bytes };
}

const median = (figures, name) => figures.map((one) => one[name]).sort((a, b) => a - b)[Math.floor(figures.length / 2)];
const seconds = (ms) => (ms / 1000).toFixed(2).padStart(5) + " s";

const server = await startServer();
const browser = await openBrowser();
const first = [];
const again = [];
for (let i = 0; i < runs; i++) {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  first.push(await visit(context, server.url + "/miniapp/"));
  again.push(await visit(context, server.url + "/miniapp/"));
  await context.close();
}
for (const [name, figures] of [["first visit", first], ["second", again]]) {
  console.log(`${name.padEnd(12)} first paint ${seconds(median(figures, "paint"))}   interactive ${seconds(median(figures, "interactive"))}   ${Math.round(median(figures, "bytes") / 1024)} KB`);
}
console.log(`median of ${runs}; bounds of the design: 1.80 s and 3.50 s`);
await browser.close();
await server.stop();
