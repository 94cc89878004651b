import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import react from "@vitejs/plugin-react";
import type { Plugin } from "postcss";
import { defineConfig, loadEnv, type Plugin as VitePlugin, type UserConfig } from "vite";
import zaloMiniApp from "zmp-vite-plugin";

// The rules of zmp-ui's components that this app does not use, most of
// zaui.css, and its icon font from another host are dropped.
const unused =
  /\.zaui-(avatar|bottom-navigation|calendar|center|checkbox|cluster|date-picker|grid|header|image-viewer|list|modal|otp|picker|progress|radio|select|sheet|slider|swiper|switch|tabs|tabbar|trigger|stack)\b/;

const leanZaui: Plugin = {
  postcssPlugin: "lean-zaui",
  OnceExit(root) {
    root.walkAtRules("font-face", (rule) => void rule.remove());
    root.walkRules((rule) => {
      const kept = rule.selectors.filter((selector) => !unused.test(selector));
      if (kept.length === 0) rule.remove();
      else if (kept.length < rule.selectors.length) rule.selectors = kept;
    });
  },
};

// Packed here once, as small as it gets; the server sends what a browser takes.
// Zalo packs what it serves itself.
const packed: VitePlugin = {
  name: "packed",
  async writeBundle({ dir = "" }, bundle) {
    const names = Object.keys(bundle).filter((name) => /\.(js|css|html|svg|json)$/.test(name));
    await Promise.all(names.map((name) => pack(join(dir, name))));
  },
};

async function pack(file: string): Promise<void> {
  const whole = await readFile(file);
  await writeFile(file + ".br", brotliCompressSync(whole));
  await writeFile(file + ".gz", gzipSync(whole, { level: 9 }));
}

// For Zalo: one script in www/, with the app-config.json that `zmp deploy`
// uploads. For a plain browser: dist/, served by the program under /miniapp/.
function zalo(apiURL: string | undefined): UserConfig {
  if (!apiURL?.startsWith("https://")) {
    throw new Error("VITE_API_URL must be the https address of the server, e.g. https://phatngon.example.vn");
  }
  return {
    publicDir: false,
    plugins: [react(), zaloMiniApp()],
    build: { outDir: "www", rollupOptions: { output: { inlineDynamicImports: true } } },
  };
}

const browser: UserConfig = {
  base: "./",
  plugins: [react(), packed],
  build: { target: "es2018", manifest: true },
  server: { port: 3000, proxy: { "/api": "http://127.0.0.1:8080" } },
};

export default defineConfig(({ mode }) => ({
  ...(mode === "zalo" ? zalo(loadEnv(mode, ".", "VITE_")["VITE_API_URL"]) : browser),
  css: { postcss: { plugins: [leanZaui] } },
}));
