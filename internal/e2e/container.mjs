// Zalo's container around the Mini App, as far as the SDK (zmp-sdk 2.51) asks of it: the host
// h5.zdn.vn, the document that Zalo makes of app-config.json, the native bridge with login,
// storage, share sheet, chat and web view, and the pages of Zalo that the SDK fetches. What a
// person allows, who they are and whether there is a network is said by the test.
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { access, mkdir, mkdtemp, readdir, readFile, rename, rm } from "node:fs/promises";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { at } from "./cast.mjs";

const API = "https://phatngon.example.vn";
const HOME = "https://h5.zdn.vn/zapps/1234567890/";
const AGENT = "Mozilla/5.0 (Linux; Android 10; SM-A107F) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/120.0.0.0 Mobile Safari/537.36 Zalo android/24112001";
const types = { ".js": "text/javascript", ".css": "text/css", ".json": "application/json" };
const miniapp = fileURLToPath(new URL("../../miniapp/", import.meta.url));
const builds = fileURLToPath(new URL("../../.build/miniapp-zalo/", import.meta.url));

/** The folder of the app as it is deployed to Zalo: built once for the same sources, however many stories ask. */
export async function buildForZalo() {
  const out = join(builds, await sourcesHash());
  if (await exists(out)) return out;
  await rm(builds, { recursive: true, force: true }); // of other sources
  await mkdir(builds, { recursive: true });
  const fresh = await mkdtemp(join(builds, "fresh-"));
  const env = { ...process.env, VITE_API_URL: API };
  await promisify(execFile)("npx", ["vite", "build", "--mode", "zalo", "--outDir", fresh, "--emptyOutDir", "--logLevel", "error"], { cwd: miniapp, env });
  await rename(fresh, out); // only what is whole has the name
  return out;
}

const exists = (path) => access(path).then(() => true, () => false);

/** Says whether two builds would be the same: by every file that a build reads. */
async function sourcesHash() {
  const hash = createHash("sha256").update(API);
  const listed = await Promise.all(["src", "public", "."].map(async (folder) => {
    const entries = await readdir(join(miniapp, folder), { withFileTypes: true, recursive: folder !== "." });
    return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath ?? entry.path, entry.name));
  }));
  const tokens = fileURLToPath(new URL("../edge/style/tokens.css", import.meta.url));
  for (const path of [...listed.flat(), tokens].sort()) hash.update(path + "\0").update(await readFile(path));
  return hash.digest("hex").slice(0, 16);
}

/**
 * Opens the app in a phone's Zalo, as one persona. zalo.state is what the test turns: allowed
 * (did the person let the app log in?), offline, and what the bridge was asked in asked.
 */
export async function openInZalo(browser, out, persona, { width = 390, dark = false, query = "" } = {}) {
  const context = await browser.newContext({ viewport: { width, height: 844 }, userAgent: AGENT, locale: "vi-VN", hasTouch: true });
  const page = await context.newPage();
  const state = { allowed: true, offline: false, persona, asked: [], stored: {}, sent: [] };
  await page.exposeFunction("askZalo", (action, params) => native(state, action, JSON.parse(params || "{}")));
  await page.addInitScript(bridge, { dark });
  await page.route("https://h5.zdn.vn/**", (route) => serve(route, out));
  await page.route(API + "/**", (route) => forward(route, state));
  await page.route(/^https:\/\/(oauth\.zaloapp\.com|h5\.zalo\.me)\//, (route) => zaloPage(route, state));
  await page.goto(HOME + query);
  return { page, state, close: () => context.close() };
}

/** The bridge in the page: asynchronous calls go to the test, storage is in the phone. */
function bridge({ dark }) {
  window.APP_ID = "1234567890";
  window.zAppID = "1234567890";
  window.zaloTheme = dark ? "dark" : "light";
  window.ZJSBridge = {};
  const stored = () => JSON.parse(localStorage.getItem("zalo-native") ?? "{}");
  const store = (all) => localStorage.setItem("zalo-native", JSON.stringify(all));
  const mpds = {
    "mpds.get": ({ keys }) => ({ map: Object.fromEntries(keys.filter((key) => key in stored()).map((key) => [key, stored()[key]])) }),
    "mpds.set": ({ map }) => (store({ ...stored(), ...map }), { error_keys: [] }),
    "mpds.remove.key": ({ keys }) => (store(Object.fromEntries(Object.entries(stored()).filter(([key]) => !keys.includes(key)))), { error_keys: [] }),
    "mpds.clear.appData": () => (store({}), {}),
  };
  window.ZaloJavaScriptInterface = {
    jsCall(_token, action, _access, params, callback) {
      const [, serial, name] = /onNativeMessage\("([^"]*)", "([^"]*)"\)/.exec(callback);
      void window.askZalo(action, params).then((result) => window.onNativeMessage(serial, name)(JSON.stringify(result)));
    },
    jsH5EventCallback() {},
    processActionMPDS(text) {
      const { mpds_action, mpds_data } = JSON.parse(text);
      const act = mpds[mpds_action];
      return JSON.stringify(act ? { error_code: 0, data: { mpds_data: act(mpds_data) } } : { error_code: -3000, error_message: mpds_action });
    },
  };
}

/** What Zalo's own side answers to a call of the bridge. */
function native(state, action, params) {
  state.asked.push({ action, params });
  if (action === "action.jump.login") return ok(login(state));
  if (action === "action.mp.user.authorize") return state.allowed ? ok({ "scope.userInfo": true }) : { error_code: -201, error_message: "User denied", data: {} };
  return ok(action === "action.open.sharesheet" ? { status: 1, share_type: 1, uid_to_size: 1 } : {});
}

const ok = (data) => ({ error_code: 0, error_message: "", data });

/** Consent is asked for by the SDK where the app may not have the token by itself. */
const login = ({ allowed, persona }) => ({
  miniProgramConfig: {
    canUseAccessTokenByDefault: false,
    userAuthorized: allowed,
    jwt: "jwt",
    dynamicApis: [{ action: "action.mp.user.authorize", isSupported: true, clientHandle: false }],
  },
  cookiesOAuthLogins: [
    { name: "h5.zdn.vn_zlink3rd", value: "js-token" },
    { name: "h5.zdn.vn_zoauth", value: "code-" + persona },
  ],
});

async function zaloPage(route, state) {
  const url = route.request().url();
  const headers = { "Access-Control-Allow-Origin": "*" };
  if (url.includes("/v3/access_token")) return route.fulfill({ headers, json: { access_token: "UT-" + state.persona, expires_in: "3600" } });
  if (url.includes("auth-settings")) return route.fulfill({ headers, json: { err: 0, data: { "scope.userInfo": state.allowed } } });
  return route.fulfill({ headers, json: { err: 0, data: {} } });
}

/** The server behind its domain; that a token is the persona's is what Zalo would tell it. */
async function forward(route, state) {
  const request = route.request();
  if (state.offline) return route.abort("internetdisconnected");
  const url = new URL(request.url());
  state.sent.push(request.method() + " " + url.pathname);
  const login = url.pathname === "/api/v1/session" && request.postDataJSON();
  const postData = login ? JSON.stringify({ persona: login.access_token.replace("UT-", "") }) : undefined;
  const answer = await route.fetch({ url: at(url.pathname + url.search), ...(postData && { postData }) });
  return route.fulfill({ response: answer });
}

/** Zalo's document: its own, with what app-config.json lists, and nothing of index.html. */
async function serve(route, out) {
  const path = new URL(route.request().url()).pathname.replace("/zapps/1234567890/", "");
  const body = extname(path) ? await readFile(join(out, path)).catch(() => null) : await zaloDocument(out);
  if (!body) return route.fulfill({ status: 404, body: "" });
  return route.fulfill({ body, contentType: (types[extname(path)] ?? "text/html") + "; charset=utf-8" });
}

async function zaloDocument(out) {
  const { listCSS, listSyncJS, listAsyncJS } = JSON.parse(await readFile(join(out, "app-config.json"), "utf8"));
  const styles = listCSS.map((path) => `<link rel="stylesheet" href="/zapps/1234567890/${path}">`);
  const scripts = [...listSyncJS, ...listAsyncJS].map((path) => `<script type="module" src="/zapps/1234567890/${path}"></script>`);
  return `<!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover"><title>Zalo</title>${styles.join("")}</head><body><div id="app"></div>${scripts.join("")}</body></html>`;
}
