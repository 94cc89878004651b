import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { useSurroundings } from "./context";
import { asFailure, type Failure } from "./failure";
import type { Parcel, Sending } from "./outbox";

/**
 * Sends through the outbox. onSent gets the server's answer, onWaiting the key of what could
 * not go yet and waits on the phone.
 */
export function useSending<T>(
  onSent: (value: T, sending: Sending) => void,
  onWaiting: (key: string) => void,
) {
  const { outbox } = useSurroundings();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const running = useRef(false);
  const there = useRef(true);
  useEffect(() => {
    there.current = true;
    return () => void (there.current = false);
  }, []);

  async function send(sending: Sending) {
    if (running.current) return; // a second tap
    running.current = true;
    setBusy(true);
    setFailure(undefined);
    try {
      const outcome = await outbox.send<T>(sending, () => there.current);
      if (outcome === "waits") onWaiting(sending.key);
      else onSent(outcome.value, sending);
    } catch (error) {
      setFailure(asFailure(error));
    } finally {
      running.current = false;
      setBusy(false);
    }
  }
  return { send, busy, failure };
}

/** All that is in the outbox, the oldest first. */
export function useParcels(): readonly Parcel[] {
  const { outbox } = useSurroundings();
  return useSyncExternalStore(outbox.subscribe, outbox.all);
}
