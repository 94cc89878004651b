// What is shipped: no host but Zalo's own in the app for Zalo, no Zalo and no
// foreign address in the app for browsers, no demo in production.
import { mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";

const root = join(import.meta.dirname, "..");
const out: Record<string, string> = {};

const patience = 300_000; // a busy machine is not a failure

/** Bytes; a screen more does not cost the first one anything. */
const budget = { script: 95_000, style: 14_000, zalo: 150_000 };

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
  test(
    "no SDK, no icon font, and index.html beside its files",
    async () => {
      const text = await bundle("production");
      expect(text).toContain("Bà Hoa");
      expect(text).not.toContain("ZaloJavaScriptInterface");
      expect(text).not.toMatch(/zadn\.vn|fonts\.googleapis/);
      expect(text).toMatch(/src="\.\/assets\/index-[\w-]+\.js"/);
    },
    patience,
  );
});

interface Chunk {
  file: string;
  css?: string[];
  imports?: string[];
}

/** All that the browser needs before home is there, as it is sent: packed. */
async function homePath(): Promise<{ script: number; style: number }> {
  const folder = out["production"] ?? "";
  const manifest = JSON.parse(await readFile(join(folder, ".vite/manifest.json"), "utf8")) as Record<
    string,
    Chunk
  >;
  const needed = new Set<string>();
  const need = (name: string) => {
    if (needed.has(name)) return;
    needed.add(name);
    manifest[name]?.imports?.forEach(need);
  };
  ["index.html", "src/browser.ts"].forEach(need);
  const chunks = [...needed].map((name) => manifest[name]).filter((chunk) => chunk !== undefined);
  const size = async (file: string) => (await stat(join(folder, file + ".gz"))).size;
  const sum = async (files: string[]) => (await Promise.all(files.map(size))).reduce((a, b) => a + b, 0);
  return {
    script: await sum(chunks.map(({ file }) => file)),
    style: await sum(chunks.flatMap(({ css }) => css ?? [])),
  };
}

describe("for Zalo", () => {
  test(
    "one script with the server's address, no persona, and the list that deploying needs",
    async () => {
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
    },
    patience,
  );

  test(
    "without the server's address there is no build",
    async () => {
      vi.stubEnv("VITE_API_URL", "");
      await expect(bundle("zalo")).rejects.toThrow("VITE_API_URL");
    },
    patience,
  );
});

describe("what a phone fetches before home is there, gzip", () => {
  test("is in the budget, and every file is packed both ways", async () => {
    const { script, style } = await homePath();
    expect(script).toBeGreaterThan(40_000); // React is in it: the walk has not missed the app
    expect(script).toBeLessThan(budget.script);
    expect(style).toBeLessThan(budget.style);
    const files = await readdir(join(out["production"] ?? "", "assets"));
    for (const file of files.filter((name) => /\.(js|css)$/.test(name))) {
      expect(files).toContain(file + ".br");
      expect(files).toContain(file + ".gz");
    }
  });

  test("all of the app in one script, as in Zalo, is in the budget too", async () => {
    const folder = join(out["zalo"] ?? "", "assets");
    const scripts = (await readdir(folder)).filter((name) => name.endsWith(".js"));
    const sizes = await Promise.all(
      scripts.map(async (name) => gzipSync(await readFile(join(folder, name))).length),
    );
    expect(sizes.reduce((a, b) => a + b, 0)).toBeLessThan(budget.zalo);
  });
});
