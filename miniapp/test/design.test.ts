// One design language: the app has the colours of internal/edge/style/tokens.css and none of its own.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "..");
const read = (path: string) => readFile(join(root, path), "utf8");
const tokens = await read("../internal/edge/style/tokens.css");
const style = await read("src/style.css");

const defined = (css: string) => new Set([...css.matchAll(/(--[\w-]+):/g)].map(([, name]) => name));

test("the tokens are loaded as they are, before all else", async () => {
  const main = await read("src/main.tsx");
  expect(main.match(/import ".*\.css";/g)?.[0]).toBe('import "../../internal/edge/style/tokens.css";');
});

test("what the style names is a token, or the platform's", () => {
  const known = defined(tokens);
  const used = [...style.matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name ?? "");
  expect(used.length).toBeGreaterThan(100);
  expect(used.filter((name) => !known.has(name) && !/^--(zaui|safe)-/.test(name))).toEqual([]);
  expect([...defined(style)].filter((name) => !/^--zaui-/.test(name ?? ""))).toEqual([]);
});

test("no colour is written in the style but those of unit marks, and what covers a photo", () => {
  const rules = style.split("}").filter((rule) => /#[0-9a-f]{3,8}\b|rgb|hsl/i.test(rule));
  expect(rules.filter((rule) => !/\.unit-mark|::backdrop/.test(rule))).toEqual([]);
});

test("what stands outside the style has the colours of the light tokens", async () => {
  const light = tokens.slice(tokens.indexOf(":root {"), tokens.indexOf("}"));
  const outside = (await read("src/quote-image.ts")) + (await read("index.html"));
  const colours = [...outside.matchAll(/(?:#|%23)([0-9a-f]{6})\b/g)].map(([, hex]) => "#" + hex);
  expect(colours.length).toBeGreaterThan(5);
  expect(colours.filter((hex) => hex !== "#ffffff" && !light.includes(hex))).toEqual([]);
});
