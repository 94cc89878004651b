// The Mini App where people have it: in a plain browser (the demo) and inside Zalo.
import { at } from "./cast.mjs";
import { openInZalo } from "./container.mjs";

/** Opens the app as a persona; the same handle for both hosts. */
export async function openApp(host, { browser, out }, persona, options = {}) {
  return host === "zalo" ? inZalo(browser, out, persona, options) : inBrowser(browser, persona, options);
}

async function inBrowser(browser, persona, { width = 390, dark = false } = {}) {
  const context = await browser.newContext({ viewport: { width, height: 844 }, locale: "vi-VN", colorScheme: dark ? "dark" : "light" });
  const page = await context.newPage();
  await page.goto(at("/miniapp/"));
  await page.getByTestId(`persona-${persona}`).click();
  return {
    page,
    goto: (path) => page.evaluate((hash) => void (location.hash = hash), path).then(() => settled(page)),
    reopen: () => page.reload(),
    network: (there) => context.setOffline(!there),
    close: () => context.close(),
  };
}

async function inZalo(browser, out, persona, options) {
  const { page, state, close } = await openInZalo(browser, out, persona, options);
  await page.getByTestId("notice-accept").click();
  return {
    page,
    state,
    goto: (path) => page.goto("https://h5.zdn.vn/zapps/1234567890" + path).then(() => settled(page)),
    reopen: () => page.reload(),
    async network(there) {
      state.offline = !there;
      await page.context().setOffline(!there);
    },
    close,
  };
}

/** A screen has all that it waits for. */
export const settled = (page) => page.waitForFunction(() => document.querySelector(".screen h1") && !document.querySelector(".skeleton"));

/** Calls of the API from here on, as "POST /requests". */
export function calls(page) {
  const seen = [];
  page.on("request", (request) => {
    const [, path] = request.url().split("/api/v1");
    if (path && request.method() !== "OPTIONS") seen.push(`${request.method()} ${path.split("?")[0]}`);
  });
  return seen;
}
