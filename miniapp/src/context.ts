import { createContext, useContext } from "react";
import type { Api } from "./api";
import type { Host } from "./host";
import type { Outbox } from "./outbox";
import type { Config } from "./types";

/** What every screen may use. memory holds what a screen left, for the way back. */
export interface Surroundings {
  api: Api;
  host: Host;
  outbox: Outbox;
  memory: Map<string, unknown>;
}

export const SurroundingsContext = createContext<Surroundings | null>(null);

export function useSurroundings(): Surroundings {
  const surroundings = useContext(SurroundingsContext);
  if (!surroundings) throw new Error("no SurroundingsContext above this component");
  return surroundings;
}

/** undefined until the server has told it. */
export const ConfigContext = createContext<Config | undefined>(undefined);
