import react from "@vitejs/plugin-react";
import type { Plugin } from "postcss";
import { defineConfig, loadEnv, type UserConfig } from "vite";
import zaloMiniApp from "zmp-vite-plugin";

// The zmp-ui components this app uses; the rules of all others, a third of
// zaui.css, and its icon font from another host are dropped.
const unused =
  /\.zaui-(avatar|calendar|center|checkbox|cluster|date-picker|grid|image-viewer|list|modal-(?!mask|wrapper)|otp|picker|progress|radio|select|slider|swiper|switch|tabs|tabbar|trigger|stack)\b/;

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
  plugins: [react()],
  build: { target: "es2018" },
  server: { port: 3000, proxy: { "/api": "http://127.0.0.1:8080" } },
};

export default defineConfig(({ mode }) => ({
  ...(mode === "zalo" ? zalo(loadEnv(mode, ".", "VITE_")["VITE_API_URL"]) : browser),
  css: { postcss: { plugins: [leanZaui] } },
}));
