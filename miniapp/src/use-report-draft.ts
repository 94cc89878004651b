import { useCallback, useRef, useState } from "react";
import { useSurroundings } from "./context";
import type { Storage } from "./host";
import type { Report } from "./types";
import type { Chosen } from "./ui/upload-field";
import { newKey } from "./use-draft";

/** A report being written. key changes with the content, so that one content files once. */
export interface ReportDraft {
  link: string;
  text: string;
  pictures: Chosen[];
  category: string;
  seenAt: string; // "2026-11-29T10:00", as the phone's picker has it; meant in Vietnam
  place: string;
  spread: string;
  harm: string;
  right: string;
  key: string;
}

export type Change = (changes: Partial<ReportDraft> | ((now: ReportDraft) => Partial<ReportDraft>)) => void;

const blank: ReportDraft = {
  link: "",
  text: "",
  pictures: [],
  category: "",
  seenAt: "",
  place: "",
  spread: "",
  harm: "",
  right: "",
  key: "",
};

/**
 * The draft under a name, kept at each change until it is filed. begin starts a new one;
 * those that were not finished wait, and restore opens them one after the other. Where there
 * is none, text begins one.
 */
export function useReportDraft(name: string, begin: Partial<ReportDraft> | null = null, text = "") {
  const { storage } = useSurroundings().host;
  const [start] = useState(() => opening(storage, name, begin, text));
  const [draft, setDraft] = useState(start.draft);
  const [older, setOlder] = useState(start.older);
  const latest = useRef(draft); // a picture that arrives late takes nothing typed meanwhile away
  const put = useCallback(
    (next: ReportDraft) => {
      latest.current = next;
      setDraft(next);
      storage.set(name, JSON.stringify(next));
    },
    [name, storage],
  );
  const change = useCallback<Change>(
    (changes) => {
      const made = typeof changes === "function" ? changes(latest.current) : changes;
      put({ ...latest.current, ...made, key: newKey() });
    },
    [put],
  );
  const restore = () => {
    const [next, ...rest] = older;
    if (!next) return;
    const waiting = shows(latest.current) ? [...rest, latest.current] : rest;
    setOlder(waiting);
    wait(storage, name, waiting);
    put(next);
  };
  const filed = useCallback(() => {
    storage.remove(name);
    latest.current = blank;
    setDraft(blank);
  }, [name, storage]);
  return { draft, change, older, restore, filed };
}

/** Whether there is something to report: one of link, text and picture. */
export const shows = (draft: ReportDraft) =>
  draft.link.trim() !== "" || draft.text.trim() !== "" || draft.pictures.length > 0;

/** The draft as it is sent. */
export function reportOf(draft: ReportDraft, anonymous = false): Report {
  const { link, text, category, place, spread, harm, right } = draft;
  const seen = draft.seenAt ? { seen_at: draft.seenAt + ":00+07:00" } : {};
  const pictures = draft.pictures.map(({ sha256 }) => sha256);
  return { link, text, pictures, category, ...seen, place, spread, harm, right, anonymous };
}

function opening(storage: Storage, name: string, begin: Partial<ReportDraft> | null, text: string) {
  const saved = { ...blank, ...parse<Partial<ReportDraft>>(storage.get(name), {}) };
  const waiting = parse<ReportDraft[]>(storage.get(waitingAt(name)), []);
  const begun = shows(saved) ? [saved, ...waiting] : waiting;
  const first = begin ?? (text && begun.length === 0 ? matterOf(text) : null);
  const [draft = blank, ...rest] = first ? [{ ...blank, ...first, key: newKey() }, ...begun] : begun;
  const older = rest.filter((one) => !same(one, draft));
  wait(storage, name, older);
  if (shows(draft)) storage.set(name, JSON.stringify(draft));
  return { draft, older };
}

/** The same matter again, and nothing more of it written: no draft of its own. */
const same = (a: ReportDraft, b: ReportDraft) =>
  a.text === b.text && a.link === b.link && a.pictures.length === 0 && a.category === "";

const waitingAt = (name: string) => name + " waiting";

function wait(storage: Storage, name: string, drafts: ReportDraft[]) {
  if (drafts.length === 0) storage.remove(waitingAt(name));
  else storage.set(waitingAt(name), JSON.stringify(drafts));
}

function parse<T>(text: string | null, otherwise: T): T {
  try {
    return text ? (JSON.parse(text) as T) : otherwise;
  } catch {
    return otherwise;
  }
}

/** How a text that was seen stands in the form: a link alone is one. */
export function matterOf(text: string): Pick<ReportDraft, "link" | "text"> {
  const alone = /^https?:\/\/\S+$/i.test(text) && text.length <= 2_000;
  return alone ? { link: text, text: "" } : { link: "", text };
}
