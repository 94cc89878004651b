// What is shipped: no host but Zalo's own in the app for Zalo, no Zalo and no
// foreign address in the app for browsers, no demo in production.
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";

const root = join(import.meta.dirname, "..");
const out: Record<string, string> = {};

async function bundle(mode: string): Promise<string> {
  const outDir = (out[mode] = await mkdtemp(join(tmpdir(), "miniapp-")));
  await build({ root, mode, logLevel: "silent", build: { outDir, emptyOutDir: true } });
  const files = await readdir(outDir, { recursive: true, withFileTypes: true });
  const texts = files.filter((f) => f.isFile()).map((f) => readFile(join(f.parentPath, f.name), "utf8"));
  return (await Promise.all(texts)).join("\n");
}

beforeAll(() => {
  vi.stubEnv("NODE_ENV", "production");
  vi.stubEnv("VITE_API_URL", "https://phatngon.example.vn");
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await Promise.all(Object.values(out).map((folder) => rm(folder, { recursive: true, force: true })));
});

describe("for a browser", () => {
  test("no SDK, no icon font, and index.html beside its files", async () => {
    const text = await bundle("production");
    expect(text).toContain("Bà Hoa");
    expect(text).not.toContain("ZaloJavaScriptInterface");
    expect(text).not.toMatch(/zadn\.vn|fonts\.googleapis/);
    expect(text).toMatch(/src="\.\/assets\/index-[\w-]+\.js"/);
  }, 60_000);
});

describe("for Zalo", () => {
  test("one script with the server's address, no persona, and the list that deploying needs", async () => {
    const text = await bundle("zalo");
    expect(text).toContain("ZaloJavaScriptInterface");
    expect(text).toContain("https://phatngon.example.vn");
    expect(text).not.toContain("Bà Hoa");
    const config = JSON.parse(await readFile(join(out["zalo"] ?? "", "app-config.json"), "utf8")) as {
      app: { title: string };
      listCSS: string[];
      listSyncJS: string[];
    };
    expect(config.app.title).toBe("Phát Ngôn Thanh Hóa");
    expect([config.listCSS.length, config.listSyncJS.length]).toEqual([1, 1]);
  }, 60_000);

  test("without the server's address there is no build", async () => {
    vi.stubEnv("VITE_API_URL", "");
    await expect(bundle("zalo")).rejects.toThrow("VITE_API_URL");
  }, 60_000);
});
