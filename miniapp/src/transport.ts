// The only file that fetches; upload.ts sends files, since fetch tells no progress.
import { Failure, offline, problem, tooSlow } from "./failure";

export interface Call {
  method: "GET" | "POST";
  path: string; // below /api/v1
  body?: unknown;
  token?: string | undefined; // of the session
  key?: string; // Idempotency-Key: makes a POST safe to send again
  signal?: AbortSignal | undefined;
}

/** Milliseconds; pause grows with each attempt. */
export interface Limits {
  timeout: number;
  retries: number;
  pause: number;
}

export type Send = <T>(call: Call) => Promise<T>;

/**
 * A send that gives up in time, says every error in Vietnamese, and tries again
 * what may be tried again: a GET, or a POST with a key. It rejects with a
 * Failure, or with the signal's AbortError when the caller gave up.
 */
export function createSend(base: string, limits: Limits = usual): Send {
  return <T>(call: Call) => {
    const retries = call.method === "GET" || call.key ? limits.retries : 0;
    const once = () => sendOnce(base, call, limits.timeout) as Promise<T>;
    return trying(once, { ...limits, retries }, call.signal);
  };
}

export const usual: Limits = { timeout: 15_000, retries: 2, pause: 500 };

/** Makes a call, again while what failed may succeed a moment later. */
export async function trying<T>(once: () => Promise<T>, limits: Limits, signal?: AbortSignal): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await once();
    } catch (error) {
      if (attempt > limits.retries || !passing(error)) throw error;
      await wait(limits.pause * attempt, signal);
    }
  }
}

/** Whether the same call may succeed a moment later. */
function passing(error: unknown): boolean {
  if (!(error instanceof Failure)) return false;
  return error.kind === "offline" || [502, 503, 504].includes(error.status);
}

async function sendOnce(base: string, call: Call, timeout: number): Promise<unknown> {
  const controller = new AbortController();
  const stop = () => controller.abort();
  let late = false;
  const timer = setTimeout(() => ((late = true), stop()), timeout);
  call.signal?.addEventListener("abort", stop);
  try {
    if (call.signal?.aborted) throw abortError();
    return await exchange(base + "/api/v1" + call.path, call, controller.signal);
  } catch (error) {
    if (error instanceof Failure || call.signal?.aborted) throw error;
    throw late ? tooSlow() : offline();
  } finally {
    clearTimeout(timer);
    call.signal?.removeEventListener("abort", stop);
  }
}

async function exchange(url: string, call: Call, signal: AbortSignal): Promise<unknown> {
  const response = await fetch(url, { ...requestInit(call), signal });
  const text = await response.text();
  if (!response.ok) throw problem(response.status, text);
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw problem(502, text); // a proxy's page with status 200
  }
}

function requestInit(call: Call): RequestInit {
  const headers: Record<string, string> = { Accept: "application/json" };
  if (call.token) headers["Authorization"] = "Bearer " + call.token;
  if (call.key) headers["Idempotency-Key"] = call.key;
  if (call.body === undefined) return { method: call.method, headers };
  headers["Content-Type"] = "application/json";
  return { method: call.method, headers, body: JSON.stringify(call.body) };
}

function wait(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    signal?.addEventListener("abort", () => (clearTimeout(timer), reject(abortError())), { once: true });
  });
}

const abortError = () => new DOMException("given up", "AbortError");
