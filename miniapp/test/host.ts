import { HashRouter } from "react-router-dom";
import { vi } from "vitest";
import type { Host } from "../src/host";

/** A host that keeps its storage in the test and logs in as a persona of the stub server. */
export function testHost(changes: Partial<Host> = {}) {
  const kept = new Map<string, string>([["notice-seen", "yes"]]);
  const host = {
    name: "browser" as const,
    Router: HashRouter,
    storage: {
      get: (name: string) => kept.get(name) ?? null,
      set: (name: string, text: string) => void kept.set(name, text),
      remove: (name: string) => void kept.delete(name),
      clear: () => kept.clear(),
    },
    demo: null,
    credential: vi.fn(async () => ({ persona: "hoa" })),
    theme: () => "light" as const,
    share: vi.fn(async () => true),
    chat: vi.fn(),
    open: vi.fn(),
    ...changes,
  } satisfies Host;
  return { host, kept };
}
