// @vitest-environment jsdom
// The real SDK on localhost: it resolves with empty stubs.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { Failure } from "../src/failure";
import { callZalo, host, refusal } from "../src/zalo";

describe("outside Zalo", () => {
  test("an empty token is no token", async () => {
    await expect(host.credential()).rejects.toMatchObject({
      kind: "login",
      message: expect.stringContaining("Zalo"),
    });
  });

  test("a storage that refuses is an empty one", () => {
    host.storage.set("draft", "x");
    expect(host.storage.get("draft")).toBeNull();
    expect(() => host.storage.remove("draft")).not.toThrow();
    expect(() => host.storage.clear()).not.toThrow();
  });

  test("the theme is light when Zalo says nothing else", () => {
    expect(host.theme()).toBe("light");
  });

  test("nobody to be: there is no demo in this host", () => {
    expect(host.demo).toBeNull();
  });
});

describe("what the SDK refuses", () => {
  test.each([
    ["the person denied", -201, "Cho phép"],
    ["denied for good", -202, "Cho phép"],
    ["permission not granted to the app", -1401, "chưa được Zalo cấp quyền"],
    ["called too often", -1409, "chờ vài giây"],
    ["an old client", -1404, "cập nhật Zalo"],
    ["anything else", -2000, "thử lại"],
  ])("%s", async (_, code, words) => {
    const failure = refusal({
      code,
      message: "Unknown error. Please try again later.",
      api: "getAccessToken",
    });
    expect(failure).toBeInstanceOf(Failure);
    expect(failure.message).toContain(words);
    expect(failure.message).not.toContain("Unknown");
  });

  test("a person who did not let the app log in, whatever code the SDK has for it", () => {
    const message = "Login failed: User Authentication Required";
    expect(refusal({ code: -1401, message, api: "getAccessToken" }).message).toContain("Cho phép");
  });

  test("what has no code at all", () => {
    expect(refusal("boom").message).toContain("thử lại");
    expect(refusal(undefined).kind).toBe("login");
  });

  test("a call that Zalo never answers, as where there is no bridge, is left after the limit", async () => {
    await expect(callZalo(() => new Promise(() => undefined), 20)).rejects.toMatchObject({ kind: "timeout" });
  });

  test("a call in time gives its result", async () => {
    expect(await callZalo(async () => 7)).toBe(7);
  });
});

describe("what the notice says of data", () => {
  const read = (name: string) => readFileSync(join(import.meta.dirname, "..", name), "utf8");

  test("of Zalo only the login, the look, a place to keep text, and doors out are asked", () => {
    const [, asked = ""] = /import \{([^}]*)\} from "zmp-sdk\/apis"/.exec(read("src/zalo.ts")) ?? [];
    const calls = asked.split(",").map((call) => call.trim());
    expect(calls.filter(Boolean).sort()).toEqual([
      "getAccessToken",
      "getSystemInfo",
      "nativeStorage",
      "openChat",
      "openShareSheet",
      "openWebview",
    ]); // no phone number, contacts or location
    expect(read("app-config.json")).not.toMatch(/permission|scope/i);
  });
});
