import { Failure } from "./failure";
import type { Host } from "./host";
import type { Send } from "./transport";
import type { Session } from "./types";

export interface Sessions {
  /** The session's token, logging in when there is none; concurrent callers share one login. */
  token(): Promise<string>;
  /** The token when there is one already. */
  current(): Session | undefined;
  /** The server refused this token: forget it. */
  drop(token: string): void;
  /** Forgets whatever session there is. */
  end(): void;
}

const kept = "session";
const margin = 60_000; // a token about to expire is not sent

export function createSessions(send: Send, host: Host): Sessions {
  let session = restore(host);
  let login: Promise<Session> | undefined;

  function current(): Session | undefined {
    return session && Date.parse(session.expires_at) - margin > Date.now() ? session : undefined;
  }

  async function open(): Promise<Session> {
    const body = await host.credential();
    session = await send<Session>({ method: "POST", path: "/session", body });
    host.storage.set(kept, JSON.stringify(session));
    return session;
  }

  const end = () => {
    session = undefined;
    host.storage.remove(kept);
  };
  return {
    current,
    end,
    async token() {
      const usable = current();
      if (usable) return usable.token;
      login ??= open().finally(() => (login = undefined));
      return (await login).token;
    },
    drop(token) {
      if (session?.token === token) end(); // else another call has renewed it meanwhile
    },
  };
}

function restore(host: Host): Session | undefined {
  try {
    const session = JSON.parse(host.storage.get(kept) ?? "null") as Session | null;
    return session?.token ? session : undefined;
  } catch {
    return undefined; // a damaged entry is as good as none
  }
}

/** Runs call with a token; when the server refuses it, once more with a new one. */
export async function withSession<T>(sessions: Sessions, call: (token: string) => Promise<T>): Promise<T> {
  const token = await sessions.token();
  try {
    return await call(token);
  } catch (error) {
    if (!(error instanceof Failure) || error.status !== 401) throw error;
    sessions.drop(token);
    return call(await sessions.token());
  }
}
