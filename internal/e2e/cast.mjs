// Who takes part in the stories, and what each can do in a browser: a person in the
// chat, the same person in the Mini App, an officer in the panel.
import assert from "node:assert/strict";
import { after, before } from "node:test";
import { openBrowser, startServer } from "./server.mjs";

const PASSWORD = "phatngon-demo";
const phone = { viewport: { width: 390, height: 844 }, locale: "vi-VN" };
const desk = { viewport: { width: 1280, height: 900 }, locale: "vi-VN" };

let server, browser;

/**
 * Starts the product before the stories of a file and stops it after them. What a file sets up and
 * takes down itself goes by furnish and clear: hooks of a file begin side by side.
 */
export function stage({ furnish, clear } = {}) {
  before(async () => {
    server = await startServer();
    browser = await openBrowser();
    await furnish?.();
  });
  after(async () => {
    await clear?.();
    await browser?.close();
    assert.equal(await server?.stop(), 0, "the server must stop gracefully");
  });
}

/** So long later, after a restart of the product. */
export const later = (ahead) => server.goesOn(ahead);

/** After a kill -9 and a new start. */
export const killed = () => server.dies();

/** An address of the product. */
export const at = (path) => server.url + path;

/** A page of its own, as nobody in particular. */
export const visitor = () => browser.newPage(desk);

/** A chat page at phone width, as one persona. */
export async function chat(persona) {
  const page = await browser.newPage(phone);
  await page.goto(at("/dev/zalo"));
  await page.getByTestId(`persona-${persona}`).first().click();
  return page;
}

export async function say(page, text) {
  await page.getByTestId("chat-input").fill(text);
  await page.getByTestId("chat-send").click();
}

/** Waits for a message of the bot that holds every piece. */
export async function hears(page, ...pieces) {
  let found = page.locator('[data-testid="msg"][data-from="bot"]');
  for (const piece of pieces) found = found.filter({ hasText: piece });
  await found.last().waitFor({ timeout: 20_000 });
  return found.last();
}

/** The Mini App at phone width, as one persona. */
export async function miniApp(persona) {
  const page = await browser.newPage(phone);
  await page.goto(at("/miniapp/"));
  await page.getByTestId(`persona-${persona}`).click();
  return page;
}

/** The panel, signed in, at the queue. */
export async function panel(email, on = desk) {
  const page = await browser.newPage(on);
  await page.goto(at("/admin/login"));
  await page.getByTestId("login-email").fill(email);
  await page.getByTestId("login-password").fill(PASSWORD);
  await page.getByTestId("login-submit").click();
  await page.waitForURL((url) => !url.pathname.endsWith("/login"));
  await page.goto(at("/admin/"));
  return page;
}

/** The sign-in page with somebody's words typed in, and a count of every click from there on. */
export async function clicking(email, on = desk) {
  const page = await browser.newPage(on);
  await page.goto(at("/admin/login"));
  await page.getByTestId("login-email").fill(email);
  await page.getByTestId("login-password").fill(PASSWORD);
  const count = { page, clicks: 0 };
  count.click = async (locator) => {
    count.clicks += 1;
    await locator.click();
  };
  return count;
}

export { desk, phone };

export const flash = (page, text) => page.getByTestId("flash").filter({ hasText: text }).waitFor();

/** The officer of a unit takes a request and writes its answer. */
export async function drafts(page, code, answer) {
  await page.goto(at(`/admin/requests/${code}`));
  await page.getByTestId("action-assign").click();
  await page.getByTestId("draft-text").fill(answer);
  await page.getByTestId("draft-save").click();
  await flash(page, "Đã lưu bản thảo");
}

/** The spokesperson signs it. */
export async function approves(page, code) {
  await page.goto(at(`/admin/requests/${code}`));
  await page.getByTestId("approve-confirm").check();
  await page.getByTestId("approve-submit").click();
  await flash(page, "Đã phê duyệt");
}

/** A photo that was passed on so many pixels wide; the one it was made of has 800. Another scene is another photo. */
export async function photo(page, width, scene = 1) {
  const url = await page.evaluate(([width, seed]) => {
    const canvas = (width) => Object.assign(document.createElement("canvas"), { width, height: (width * 3) / 4 });
    const scene = canvas(800);
    const pen = scene.getContext("2d");
    pen.scale(2, 2);
    const sky = pen.createLinearGradient(0, 0, 400, 300);
    sky.addColorStop(0, "#f7d9a0");
    sky.addColorStop(1, "#24507c");
    pen.fillStyle = sky;
    pen.fillRect(0, 0, 400, 300);
    for (let i = 0; i < 9; i++) {
      pen.fillStyle = `hsl(${i * 47 * seed}, 60%, ${25 + i * 6}%)`;
      pen.beginPath();
      pen.arc(40 + ((i * seed) % 9) * 42, 90 + ((i * 71 * seed) % 150), 14 + i * 4, 0, 7);
      pen.fill();
    }
    pen.fillStyle = "#111";
    pen.font = "bold 26px sans-serif";
    pen.fillText("THU 500.000 ĐỒNG", 60, 270);
    const passedOn = canvas(width);
    const copy = passedOn.getContext("2d");
    copy.imageSmoothingQuality = "high";
    copy.drawImage(scene, 0, 0, passedOn.width, passedOn.height);
    return passedOn.toDataURL("image/jpeg", 0.85);
  }, [width, scene]);
  return { name: `anh-${width}.jpg`, mimeType: "image/jpeg", buffer: Buffer.from(url.split(",")[1], "base64") };
}

/** Brings a case of a unit to its published end, as press desk, officer and spokesperson do; before is what happens before the last step. */
export async function concludes(code, { name, officer, signer }, claim, text, before = async () => {}) {
  const does = async (email, ...steps) => {
    const page = await panel(email);
    await page.goto(at(`/admin/cases/${code}`));
    for (const step of steps) {
      await step(page);
      await page.getByTestId("flash").waitFor();
    }
    await page.close();
  };
  const clicks = (id) => (page) => page.getByTestId(id).click();
  await does("canbo@demo.vn", async (page) => {
    await page.getByTestId("case-unit").first().fill(name);
    await page.getByTestId("case-why").first().fill("Thuộc lĩnh vực.");
    await page.getByTestId("case-classify").click();
  });
  await does(officer, clicks("case-verify"), async (page) => {
    await page.getByTestId("case-claim").fill(claim);
    await page.getByTestId("case-false").check();
    await page.getByTestId("case-text").fill(text);
    await page.getByTestId("case-draft").click();
    await page.getByTestId("flash").filter({ hasText: "trình ký" }).waitFor();
    assert.equal(await page.getByTestId("case-conclude").count(), 0, "no signature for the drafter");
  });
  await does(signer, clicks("case-conclude"), clicks("case-label"));
  await before();
  await does(signer, clicks("case-publish"));
}
