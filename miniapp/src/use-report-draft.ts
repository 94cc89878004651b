import { useCallback, useRef, useState } from "react";
import { useSurroundings } from "./context";
import type { Storage } from "./host";
import type { Report } from "./types";
import { newKey } from "./use-draft";

/** A picture that is on the server, by its SHA-256; it waits there for a day. */
export interface DraftPicture {
  sha256: string;
  name: string;
}

/** A report being written. key changes with the content, so that one content files once. */
export interface ReportDraft {
  link: string;
  text: string;
  pictures: DraftPicture[];
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

/** The draft under a name, kept at each change until it is filed. Text begins a blank one. */
export function useReportDraft(name: string, text = "") {
  const { storage } = useSurroundings().host;
  const [draft, setDraft] = useState(() => opening(read(storage, name), text));
  const latest = useRef(draft); // a picture that arrives late takes nothing typed meanwhile away
  const change = useCallback<Change>(
    (changes) => {
      const made = typeof changes === "function" ? changes(latest.current) : changes;
      latest.current = { ...latest.current, ...made, key: newKey() };
      setDraft(latest.current);
      storage.set(name, JSON.stringify(latest.current));
    },
    [name, storage],
  );
  const filed = useCallback(() => {
    storage.remove(name);
    latest.current = blank;
    setDraft(blank);
  }, [name, storage]);
  return { draft, change, filed };
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

function opening(saved: ReportDraft, text: string): ReportDraft {
  return text && !shows(saved) ? { ...blank, text, key: newKey() } : saved;
}

function read(storage: Storage, name: string): ReportDraft {
  try {
    return { ...blank, ...(JSON.parse(storage.get(name) ?? "{}") as Partial<ReportDraft>) };
  } catch {
    return blank;
  }
}
