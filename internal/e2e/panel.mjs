// What is done alike on many pages of the panel.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { at } from "./cast.mjs";

/** An address of the panel; what it answered. */
export const open = (page, path) => page.goto(at(path));

export const request = (page, code) => open(page, `/admin/requests/${code}`);

export const row = (page, code) => page.getByTestId("queue-row").filter({ hasText: code });

/** How often the menu offers an address. */
export const offered = (page, path) => page.locator(`nav[aria-label="Trình đơn chính"] a[href="${path}"]`).count();

/** A role has no business there: no link, and a page in Vietnamese that says what to do. */
export async function keptOut(page, path, says = "Anh/Chị không có quyền vào mục này") {
  await open(page, "/admin/home");
  assert.equal(await page.locator(`a[href="${path}"]`).count(), 0, `${path} is offered`);
  assert.equal((await open(page, path)).status(), 403, path);
  await page.getByRole("heading", { name: says }).waitFor();
  assert.match(await page.getByTestId("failure").innerText(), /vui lòng/i);
}

/** What a link of the page downloads: its name and its bytes. */
export async function downloads(page, locator) {
  const [got] = await Promise.all([page.waitForEvent("download"), locator.click()]);
  return { name: got.suggestedFilename(), bytes: await readFile(await got.path()) };
}

/** What each number of the home page counts, on the page that it leads to. */
const counted = {
  "/admin/": "queue-row", "/admin/failed": "unreached-row", "/admin/cases": "surge", "/admin/handovers": "handover-row", "/admin/gaps": "gap",
};

async function listed(page) {
  const path = new URL(page.url()).pathname;
  if (path !== "/admin/approvals") return page.getByTestId(counted[path]).count();
  return (await page.locator(".rest li").count()) || page.locator(".asked").count();
}

/** Where each number leads there are as many. */
export async function numbersLead(page, who) {
  await open(page, "/admin/home");
  const links = await page.getByTestId("numbers").getByRole("link").evaluateAll((all) => all.map((one) => [one.textContent, one.getAttribute("href")]));
  assert.ok(links.length >= 7, `${who}: ${links}`);
  for (const [said, path] of links) {
    await open(page, path);
    assert.equal(await listed(page), parseInt(said, 10), `${who}: “${said}” at ${path}`);
  }
}

/** Opens the page anew until what follows in the background has come. */
export async function comes(page, locator) {
  while ((await locator.count()) === 0) await page.reload();
}

/** The queue with these requests ticked. */
export const pick = async (page, picked) => {
  await open(page, "/admin/");
  for (const code of picked) await page.getByLabel(`Đánh dấu ${code}`).check();
};
