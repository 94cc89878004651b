// The Mini App on a phone that is not always with us: a network that goes, a login that ends,
// a person who taps twice or says no; in the plain browser and inside Zalo.
import assert from "node:assert/strict";
import { test } from "node:test";
import { calls, openApp } from "./app-hosts.mjs";
import { at, panel, stage } from "./cast.mjs";
import { buildForZalo } from "./container.mjs";
import { engine, openBrowser, picture } from "./server.mjs";

const stand = {};
stage({
  async furnish() {
    stand.out = await buildForZalo();
    stand.browser = await openBrowser();
  },
  clear: () => stand.browser?.close(),
});

const filings = (seen) => seen.filter((call) => call === "POST /requests").length;
const taps = (page, id) => page.getByTestId(id).evaluate((button) => (button.click(), button.click(), button.click()));

/** How many requests with these words a desk has. */
async function atTheDesk(words) {
  const desk = await panel("quantri@demo.vn");
  await desk.goto(at("/admin/?q=" + encodeURIComponent(words)));
  const rows = await desk.getByTestId("queue-row").count();
  await desk.close();
  return rows;
}

for (const [host, persona] of [["browser", "hoa"], ["zalo", "lan"]]) {
  test(`offline in mid-form: what was sent waits, outlives closing, and arrives once (${host}, ${engine})`, { timeout: 180_000 }, async () => {
    const app = await openApp(host, stand, persona);
    const { page } = app;
    const words = `Đường dây 110 kV qua xã ${host === "zalo" ? "Vĩnh Lộc" : "Yên Định"} bao giờ đóng điện?`;
    await app.goto("/requests");
    await app.goto("/file");
    await page.getByTestId("request-question").fill(words);
    await app.network(false);
    await taps(page, "request-submit");
    await page.getByTestId("parcel-promise").filter({ hasText: "Đã lưu, sẽ gửi khi có mạng." }).waitFor();
    await picture(page, `90-waiting-${host}`);
    await page.getByTestId("parcel-back").click();
    assert.equal(await page.getByTestId("request-question").inputValue(), words, "taken back until it is sent");
    await taps(page, "request-submit");
    await page.getByTestId("parcel-promise").waitFor();
    const seen = calls(page);
    await app.network(true);
    await page.locator('[data-testid="parcel"][data-state="sent"]').waitFor({ timeout: 30_000 });
    assert.equal(filings(seen), 1, "it went by itself");
    await picture(page, `91-arrived-${host}`);
    assert.equal(await atTheDesk(words), 1);
    await app.close();
  });

  test(`a login that ended is renewed on the way, and three taps are one request (${host}, ${engine})`, { timeout: 120_000 }, async () => {
    const app = await openApp(host, stand, persona);
    const { page } = app;
    const words = `Chợ ${host === "zalo" ? "Vườn Hoa" : "Điện Biên"} bao giờ xây lại xong?`;
    await app.goto("/requests");
    await app.goto("/file");
    await page.getByTestId("request-question").fill(words);
    let ended = false;
    await page.route("**/api/v1/requests", (route) => {
      if (ended) return route.fallback();
      ended = true;
      const headers = { "Access-Control-Allow-Origin": "*" };
      return route.fulfill({ status: 401, headers, contentType: "application/problem+json", json: { status: 401, detail: "Phiên làm việc đã hết hạn." } });
    });
    const seen = calls(page);
    await taps(page, "request-submit");
    await page.getByTestId("request-code").waitFor();
    assert.deepEqual(seen.filter((call) => call.startsWith("POST")), ["POST /requests/guard", "POST /requests", "POST /session", "POST /requests"]);
    assert.equal(await atTheDesk(words), 1);
    await app.close();
  });
}

test(`who does not let the app use the account reads all the same, and is asked again by a tap (zalo, ${engine})`, { timeout: 120_000 }, async () => {
  const { page, state, goto, close } = await openApp("zalo", stand, "minh");
  state.allowed = false;
  await page.getByTestId("statement-item").first().click();
  await page.getByTestId("in-force").waitFor();
  await goto("/requests");
  const failure = page.getByTestId("failure");
  assert.match(await failure.innerText(), /chưa cho phép ứng dụng dùng tài khoản Zalo.*“Cho phép”/);
  await picture(page, "92-not-allowed");
  assert.ok(state.asked.some(({ action }) => action === "action.mp.user.authorize"), "the person was asked");
  state.allowed = true;
  await failure.getByRole("button", { name: "Thử lại" }).click();
  await page.getByText("Anh/Chị chưa gửi yêu cầu nào.").waitFor();
  await close();
});

test(`a large photo is made smaller on the phone; its sender can stop it (${engine})`, { timeout: 120_000 }, async () => {
  const app = await openApp("browser", stand, "khach");
  const { page } = app;
  await app.goto("/report");
  const photo = await large(page);
  const sizes = [];
  let held;
  await page.route("**/api/v1/pictures", (route) => {
    sizes.push(route.request().postDataBuffer().length);
    if (held === undefined) return void (held = route); // the first stays on its way
    return route.fallback();
  });
  await page.getByTestId("report-choose").setInputFiles({ ...photo, name: "dung.jpg" });
  await page.getByTestId("report-sending").waitFor();
  while (held === undefined) await page.evaluate(() => new Promise(requestAnimationFrame));
  await page.getByLabel("Bỏ ảnh dung.jpg").click();
  assert.equal(await page.getByTestId("report-sending").count(), 0);
  await page.getByTestId("report-choose").setInputFiles(photo);
  await page.getByTestId("report-picture").waitFor();
  assert.ok(sizes.every((size) => size < photo.buffer.length / 2), `${sizes} of ${photo.buffer.length} bytes`);
  await app.close();
});

/** A photo as a phone takes it, 2,400 by 3,200. */
async function large(page) {
  const url = await page.evaluate(() => {
    const canvas = Object.assign(document.createElement("canvas"), { width: 2400, height: 3200 });
    const pen = canvas.getContext("2d");
    for (let i = 0; i < 4000; i++) {
      pen.fillStyle = `hsl(${(i * 47) % 360}, 60%, ${20 + ((i * 13) % 60)}%)`;
      pen.fillRect((i * 97) % 2400, (i * 389) % 3200, 90, 60);
    }
    return canvas.toDataURL("image/jpeg", 0.98);
  });
  return { name: "anh.jpg", mimeType: "image/jpeg", buffer: Buffer.from(url.split(",")[1], "base64") };
}
