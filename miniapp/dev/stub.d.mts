import type { Server } from "node:http";

export interface StubCall {
  path: string; // below /api/v1, with the query
  method: string;
  headers: Record<string, string | undefined>;
  body: Record<string, unknown>;
}

export type Fault = number | "hang" | "cut" | "page";

export interface StubState {
  delay: number;
  faults: Fault[];
  jam: Fault | undefined;
  calls: StubCall[];
  tokens: Set<string>;
  filed: Map<string, { code: string; question: string }>;
  reported: Map<string, { id: string; code: string }>;
  pictures: Uint8Array[];
  empty: boolean;
  down: boolean;
  chatDelay: number;
  notices: unknown[];
  settings: { chat: boolean; conclusions: boolean; quiet_since: string | null; press: boolean };
  card: Record<string, unknown>;
  guard: { statement: unknown; alike: unknown; scheduled: unknown }; // what is known before a request is filed
  crisis: boolean; // in seconds
}

export interface Stub {
  server: Server;
  state: StubState;
  listen(port?: number): Promise<string>;
  close(): Promise<void>;
}

export function createStub(): Stub;
