// What a person sent and the server has not answered. It is kept on the phone and sent in
// order, each parcel under the key it got when the person pressed send, so that it arrives
// once however often a try breaks off.
import type { Api } from "./api";
import { asFailure, type Failure } from "./failure";
import type { Storage } from "./host";
import type { Filing, OwnStep, Report, ReportReceipt, RequestItem } from "./types";

/** What is sent, and by which call. */
export type Goods =
  | { what: "request"; body: Filing }
  | { what: "report"; body: Report }
  | { what: "more"; id: string; body: Report }
  | { what: "step"; code: string; body: OwnStep };

/** What a person sends: text is the draft that name keeps, for who takes it back to the screen at path. */
export interface Sending {
  key: string;
  goods: Goods;
  title: string;
  excerpt: string;
  back: { path: string; name: string; text: string };
}

export interface Parcel extends Sending {
  at: number; // when the person pressed send
  state: "waiting" | "sent" | "refused";
  tried: boolean; // it may have arrived although no answer did
  cause: "" | "offline" | "login" | "server"; // of its waiting
  why: string; // it waits or was refused
  receipt?: Receipt; // of what was sent
}

/** What the person keeps of a parcel that arrived. */
export type Receipt = Pick<ReportReceipt, "code" | "proof_url" | "id"> | Pick<RequestItem, "code" | "due">;

const kept = "outbox";
const pauses = [5_000, 15_000, 60_000]; // between tries, in milliseconds; the last one for good

export type Outbox = ReturnType<typeof createOutbox>;

export function createOutbox(api: Api, storage: Storage) {
  const shelf = createShelf(storage);
  let walk = Promise.resolve();
  let going = ""; // the key of what is on its way
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let closed = false;

  async function sendAll(): Promise<void> {
    clearTimeout(timer);
    for (let next = shelf.waiting(); next && !closed; next = shelf.waiting()) {
      going = next.key;
      shelf.change(next.key, {}); // it is shown as on its way
      const outcome = await attempt(api, next);
      going = "";
      shelf.change(next.key, outcome);
      if (outcome.state === "waiting") return later();
      failures = 0;
    }
  }
  function later(): void {
    if (closed) return;
    const pause = pauses[Math.min(failures++, pauses.length - 1)];
    timer = setTimeout(() => void flush(), pause);
  }
  /** Sends what waits, after what is being sent already. */
  const flush = () => (walk = walk.then(sendAll));

  /**
   * Sends once, after all that waits already. What goes wrong for good rejects with its Failure;
   * what cannot go now waits, if the phone could keep it. Whoever is not there any more to
   * be told (isThere) finds the outcome among all.
   */
  async function send<T>(sending: Sending, isThere: () => boolean): Promise<{ value: T } | "waits"> {
    const { key, goods } = sending;
    const fresh: Parcel = { ...sending, at: Date.now(), state: "waiting", tried: false, cause: "", why: "" };
    if (!shelf.put(fresh)) return { value: (await deliver(api, goods, key)) as T };
    await flush();
    const parcel = shelf.find(key);
    if (!parcel || parcel.state === "waiting") return "waits";
    if (isThere()) shelf.remove(key);
    if (parcel.failure) throw parcel.failure;
    return { value: parcel.value as T };
  }

  return {
    send,
    flush,
    all: shelf.all,
    subscribe: shelf.subscribe,
    isGoing: (key: string) => going === key,
    /** Takes back what waits, or forgets what is done. */
    remove: (key: string) => going !== key && shelf.remove(key),
    forget: shelf.forget,
    /** Tries whenever a try may succeed, until the answer is called. */
    open() {
      const wake = () => {
        if (document.visibilityState !== "hidden" && navigator.onLine !== false && shelf.waiting())
          void flush();
      };
      closed = false;
      wake();
      window.addEventListener("online", wake);
      document.addEventListener("visibilitychange", wake);
      return () => {
        closed = true;
        clearTimeout(timer);
        window.removeEventListener("online", wake);
        document.removeEventListener("visibilitychange", wake);
      };
    },
  };
}

/** A parcel with what is known of it only while the app is open. */
type Open = Parcel & { value?: unknown; failure?: Failure };

async function attempt(api: Api, { key, goods, tried }: Parcel): Promise<Partial<Open>> {
  const online = navigator.onLine !== false;
  try {
    const value = await deliver(api, goods, key);
    return { state: "sent", why: "", value, receipt: receiptOf(value) };
  } catch (error) {
    const failure = asFailure(error);
    if (isFinal(failure)) return { state: "refused", why: words(failure), failure };
    const left = online || failure.kind !== "offline"; // else nothing left the phone
    return { state: "waiting", tried: tried || left, why: failure.message, cause: causeOf(failure) };
  }
}

function deliver(api: Api, goods: Goods, key: string): Promise<unknown> {
  switch (goods.what) {
    case "request":
      return api.file(goods.body, key);
    case "report":
      return api.report(goods.body, key);
    case "more":
      return api.more(goods.id, goods.body, key);
    case "step":
      return api.step(goods.code, goods.body, key);
  }
}

/** Whether the server will never take this as it is. */
function isFinal({ kind, status }: Failure): boolean {
  return kind === "server" && status >= 400 && status < 500 && ![401, 408, 425, 429].includes(status);
}

function causeOf({ kind, status }: Failure): Parcel["cause"] {
  if (kind === "login" || status === 401) return "login";
  return kind === "offline" ? "offline" : "server";
}

const words = ({ message, fields }: Failure) => [message, ...Object.values(fields)].join(" ");

/** Of the answer only what the person needs: the rest is asked for again when it is looked at. */
function receiptOf(value: unknown): Receipt {
  const { code, due, id, proof_url } = value as RequestItem & ReportReceipt;
  return proof_url ? { code, id, proof_url } : { code, due };
}

/** The parcels in the order they were sent in, read anew before each change: two windows share them. */
function createShelf(storage: Storage) {
  const listeners = new Set<() => void>();
  let parcels = read(storage);

  function keep(change: (now: Open[]) => Open[]): boolean {
    const held = new Map(parcels.map((one) => [one.key, one]));
    parcels = change(read(storage).map((one) => ({ ...held.get(one.key), ...one })));
    const text = JSON.stringify(parcels.map((one) => ({ ...one, value: undefined, failure: undefined })));
    if (parcels.length === 0) storage.remove(kept);
    else storage.set(kept, text);
    listeners.forEach((listener) => listener());
    return parcels.length === 0 || storage.get(kept) === text;
  }
  return {
    all: (): readonly Parcel[] => parcels,
    find: (key: string) => parcels.find((one) => one.key === key),
    waiting: () => parcels.find(({ state }) => state === "waiting"),
    /** false when the phone does not keep it: then it is not promised. */
    put: (parcel: Parcel) =>
      keep((now) => (now.some(({ key }) => key === parcel.key) ? now : [...now, parcel])) ||
      (keep((now) => now.filter(({ key }) => key !== parcel.key)), false),
    change: (key: string, changes: Partial<Open>) =>
      keep((now) => now.map((one) => (one.key === key ? { ...one, ...changes } : one))),
    remove: (key: string) => keep((now) => now.filter((one) => one.key !== key)),
    forget: () => {
      parcels = [];
      listeners.forEach((listener) => listener());
    },
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

function read(storage: Storage): Open[] {
  try {
    const parcels = JSON.parse(storage.get(kept) ?? "[]") as unknown;
    return Array.isArray(parcels) ? (parcels as Parcel[]) : [];
  } catch {
    return []; // a damaged entry is as good as none
  }
}
