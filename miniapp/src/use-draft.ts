import { useCallback, useRef, useState } from "react";
import { useSurroundings } from "./context";
import type { Storage } from "./host";
import type { Chosen } from "./ui/upload-field";

/** A request being written. key changes with the content, so that one content files once. */
export interface Draft {
  question: string;
  unit: string;
  unitName: string;
  wanted: string; // "2026-11-29T10:00", as the phone's picker has it; meant in Vietnam
  kind: string; // "": what the words say
  residence: string;
  concern: string;
  consent: string;
  urgent: boolean;
  files: Chosen[];
  key: string;
}

/** What the form is opened with, from a refused answer or a link. */
export type Prefill = Partial<Pick<Draft, "question" | "unit" | "unitName">>;

export type ChangeDraft = (changes: Partial<Draft> | ((now: Draft) => Partial<Draft>)) => void;

export const blank: Draft = {
  question: "",
  unit: "",
  unitName: "",
  wanted: "",
  kind: "",
  residence: "",
  concern: "",
  consent: "",
  urgent: false,
  files: [],
  key: "",
};
const kept = "draft";

/**
 * The draft, kept at each change (and by keep, before it is sent) until it is
 * filed. A prefill starts a new one; older is then the unfinished draft it would
 * have replaced.
 */
export function useDraft(prefill: Prefill | null) {
  const { storage } = useSurroundings().host;
  const [start] = useState(() => opening(read(storage), prefill));
  const [draft, setDraft] = useState(start.draft);
  const [older, setOlder] = useState(start.older);
  const latest = useRef(draft); // a file that arrives late takes nothing typed meanwhile away

  const change = useCallback<ChangeDraft>(
    (changes) => {
      const made = typeof changes === "function" ? changes(latest.current) : changes;
      const next = { ...latest.current, ...made, key: newKey() };
      latest.current = next;
      setDraft(next);
      storage.set(kept, JSON.stringify(next));
    },
    [storage],
  );
  const restoreOlder = () => {
    if (older) change(older);
    setOlder(undefined);
  };
  const keep = () => storage.set(kept, JSON.stringify(draft));
  const filed = () => storage.remove(kept);
  return { draft, change, older, restoreOlder, keep, filed };
}

function opening(saved: Draft, prefill: Prefill | null): { draft: Draft; older: Draft | undefined } {
  if (!prefill?.question || prefill.question === saved.question) return { draft: saved, older: undefined };
  const draft = { ...blank, ...prefill, key: newKey() };
  return { draft, older: saved.question.trim() ? saved : undefined };
}

function read(storage: Storage): Draft {
  try {
    return { ...blank, ...(JSON.parse(storage.get(kept) ?? "{}") as Partial<Draft>) };
  } catch {
    return blank;
  }
}

/** A key for one content, so that it is filed once. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16)); // randomUUID is missing in older WebViews
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
