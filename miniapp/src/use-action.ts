import { useRef, useState } from "react";
import { asFailure, type Failure } from "./failure";
import { newKey } from "./use-draft";

/**
 * One thing a person does, once: a second tap while it is under way does nothing, and
 * what failed is sent again under its first key, so that it is never done twice.
 */
export function useAction<A extends unknown[]>(act: (key: string, ...args: A) => Promise<void>) {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const running = useRef(false);
  const keys = useRef(new Map<string, string>()); // of each content
  async function run(...args: A) {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    setFailure(undefined);
    const content = JSON.stringify(args);
    const key = keys.current.get(content) ?? newKey();
    keys.current.set(content, key);
    try {
      await act(key, ...args);
      keys.current.delete(content);
    } catch (error) {
      setFailure(asFailure(error));
    } finally {
      running.current = false;
      setBusy(false);
    }
  }
  return { run, busy, failure };
}
