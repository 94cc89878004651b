import { useEffect, useRef, useState } from "react";
import { asFailure, type Failure } from "./failure";
import { scaled } from "./scale-picture";

/** A file on its way to the server, or one that did not get there. */
export interface Sending {
  id: number;
  file: File;
  part: number; // 0 to 1
  failure?: Failure;
}

/** Sends one file, as it is to be sent; rejects at once what the server would not take. */
export type Upload = (
  file: Blob,
  progress: (part: number) => void,
  signal: AbortSignal,
) => Promise<{ sha256: string }>;

/** Sends files, pictures made smaller, each on its own; one that failed is tried again by hand. */
export function useUploads(upload: Upload, onArrived: (kept: { sha256: string }, file: File) => void) {
  const [sending, setSending] = useState<Sending[]>([]);
  const stopping = useRef(new Map<number, AbortController>());
  const count = useRef(0);
  useEffect(() => {
    const all = stopping.current;
    return () => all.forEach((controller) => controller.abort());
  }, []);

  const change = (id: number, changes: Partial<Sending>) =>
    setSending((now) => now.map((one) => (one.id === id ? { ...one, ...changes } : one)));
  const drop = (id: number) => {
    stopping.current.get(id)?.abort();
    stopping.current.delete(id);
    setSending((now) => now.filter((one) => one.id !== id));
  };

  async function send(id: number, file: File) {
    const controller = new AbortController();
    stopping.current.set(id, controller);
    try {
      const small = await scaled(file);
      if (controller.signal.aborted) return;
      const kept = await upload(small, (part) => change(id, { part }), controller.signal);
      drop(id);
      onArrived(kept, file);
    } catch (error) {
      if (!controller.signal.aborted) change(id, { failure: asFailure(error) });
    }
  }

  return {
    sending,
    add(file: File) {
      const id = ++count.current;
      setSending((now) => [...now, { id, file, part: 0 }]);
      void send(id, file);
    },
    again({ id, file }: Sending) {
      setSending((now) => now.map((one) => (one.id === id ? { id, file, part: 0 } : one)));
      void send(id, file);
    },
    drop,
  };
}
