// @vitest-environment jsdom
// Cases that the server's tests read too: a difference fails on one side.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { who } from "../src/citation";
import { cleanHTML } from "../src/clean-html";
import { day } from "../src/dates";

type Case = Record<string, string>;
function shared<K extends string>(name: string): Record<K, string>[] {
  const file = join(import.meta.dirname, "../../knowledge/testdata/shared", name);
  const cases = JSON.parse(readFileSync(file, "utf8")) as Case[];
  expect(cases.length).toBeGreaterThan(0);
  return cases as Record<K, string>[];
}

describe("as on the server", () => {
  test("a speaker is named", () => {
    for (const { said, ...speaker } of shared<"position" | "spokesperson" | "unit" | "said">("speaker.json"))
      expect(who(speaker)).toBe(said);
  });

  test("a day is written", () => {
    for (const { at, day: want } of shared<"at" | "day">("days.json")) expect(day(at)).toBe(want);
  });

  test("no word, cell, number or link of what is shown gets lost", () => {
    for (const { html } of shared<"html">("shown.json"))
      expect(cleanHTML(html)).toBe(parsed(html.replaceAll(' rel="noopener"', "")));
  });
});

const parsed = (html: string) => new DOMParser().parseFromString(html, "text/html").body.innerHTML;
