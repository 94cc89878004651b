// A reporter's registration: its shapes and calls (/api/v1/press).
import type { Call } from "./transport";
import type { StatementItem } from "./types";

export interface PressFollows {
  all: boolean;
  units: string[];
  topics: string[];
  daily: boolean; // in one message a day, else each at once
}

/** What is for reporters alone; of what is under embargo when it comes and whose it is. */
export interface PressRoom {
  items: StatementItem[];
  scheduled: { at: string; unit: string; unit_name: string }[];
}

export interface Press {
  id: string; // "" when there is none
  state: string;
  state_label: string;
  text: string; // where it stands, with what the press desk wrote
  newsroom: string;
  kind: string;
  open: boolean;
  verified: boolean;
  consent: string;
  consent_english: string;
  most_pictures: number;
  most_bytes: number;
  kinds: { code: string; text: string; english: string }[];
  follows: PressFollows & { unit_names: string[] };
  following: string;
  news: StatementItem[];
}

export interface PressFiling {
  newsroom: string;
  kind: string;
  pictures: string[]; // SHA-256 of uploads
  agreed: boolean;
}

export function pressCalls(call: (request: Call) => Promise<unknown>) {
  const press = (request: Call) => call(request) as Promise<Press>;
  return {
    press: (signal?: AbortSignal) => press({ method: "GET", path: "/press", signal }),
    /** Registers, or adds to what is not decided. The same key registers once. */
    register: (filing: PressFiling, key: string) =>
      press({ method: "POST", path: "/press", body: filing, key }),
    quitPress: () => press({ method: "POST", path: "/press/withdraw", body: {} }),
    follow: ({ all, units, topics, daily }: PressFollows) =>
      press({ method: "POST", path: "/press/follows", body: { all, units, topics, daily } }),
    pressRoom: (signal?: AbortSignal) =>
      call({ method: "GET", path: "/press/room", signal }) as Promise<PressRoom>,
  };
}
