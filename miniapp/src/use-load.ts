import { useCallback, useEffect, useState } from "react";
import { useLocation } from "react-router-dom";
import { useSurroundings } from "./context";
import { asFailure, type Failure } from "./failure";

export type Load<T> =
  { state: "loading" } | { state: "failed"; failure: Failure } | { state: "done"; value: T };

/**
 * Loads what key names, again when key changes, never keeping an answer that
 * came too late. Coming back to a screen shows at once what it showed before,
 * until the fresh value is there; a failed refresh leaves the old one.
 */
export function useLoad<T>(key: string, load: (signal: AbortSignal) => Promise<T>): [Load<T>, () => void] {
  const { memory } = useSurroundings();
  const slot = useLocation().key + " " + key;
  const [loaded, setLoaded] = useState<{ slot: string; load: Load<T> }>({
    slot: "",
    load: { state: "loading" },
  });
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    const controller = new AbortController();
    const settle = (result: Load<T>) => {
      if (!controller.signal.aborted) setLoaded({ slot, load: result });
    };
    if (!memory.has(slot)) settle({ state: "loading" });
    load(controller.signal).then(
      (value) => {
        if (!controller.signal.aborted) memory.set(slot, value);
        settle({ state: "done", value });
      },
      (error: unknown) => {
        if (!memory.has(slot)) settle({ state: "failed", failure: asFailure(error) });
      },
    );
    return () => controller.abort();
    // load is written in place at each render; key says when it means something else.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [slot, attempt, memory]);

  const retry = useCallback(() => {
    memory.delete(slot);
    setAttempt((n) => n + 1);
  }, [memory, slot]);

  if (memory.has(slot)) return [{ state: "done", value: memory.get(slot) as T }, retry];
  return [loaded.slot === slot ? loaded.load : { state: "loading" }, retry];
}
