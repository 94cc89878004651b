import { defineConfig } from "vitest/config";

// Tests of screens name their environment (jsdom) in their first line.
export default defineConfig({
  test: { include: ["test/**/*.test.{ts,tsx}"], environment: "node", testTimeout: 60_000 },
});
