// Who takes part in the stories, and what each can do in a browser: a person in the
// chat, the same person in the Mini App, an officer in the panel.
import assert from "node:assert/strict";
import { after, before } from "node:test";
import { openBrowser, startServer } from "./server.mjs";

const PASSWORD = "phatngon-demo";
const phone = { viewport: { width: 390, height: 844 }, locale: "vi-VN" };
const desk = { viewport: { width: 1280, height: 900 }, locale: "vi-VN" };

let server, browser;

/** Starts the product before the stories of a file and stops it after them. */
export function stage() {
  before(async () => {
    server = await startServer();
    browser = await openBrowser();
  });
  after(async () => {
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
