import { useState } from "react";
import { useSurroundings } from "./context";
import { asFailure, type Failure } from "./failure";
import type { Check } from "./types";
import { useKept } from "./use-kept";

/** What may be checked: words, a picture, or both. */
export interface Asked {
  text: string;
  picture?: File | undefined;
}

/** What was found of the words or of the picture. */
export interface Found {
  of: "text" | "picture";
  check: Check;
}

export const shortest = 5; // characters, as the server has it

/** Whether there is something to check. */
export const ready = ({ text, picture }: Asked) => (text === "" ? !!picture : text.length >= shortest);

/** The check of words and a picture, what was asked beside what was found. */
export function useCheck() {
  const { api } = useSurroundings();
  const [found, setFound] = useKept<{ asked: Asked; all: Found[] } | undefined>("checked", undefined);
  const [busy, setBusy] = useState(false);
  const [part, setPart] = useState(0); // of the picture, 0 to 1
  const [failure, setFailure] = useState<Failure>();

  async function check(asked: Asked) {
    if (busy || !ready(asked)) return;
    setBusy(true);
    setPart(0);
    setFailure(undefined);
    setFound(undefined);
    const { text, picture } = asked;
    const results = await Promise.allSettled([
      ...(picture ? [api.checkPicture(picture, setPart).then((check) => as("picture", check))] : []),
      ...(text ? [api.check(text).then((check) => as("text", check))] : []),
    ]);
    const all = results.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
    const failed = results.find((one) => one.status === "rejected");
    if (all.length > 0) setFound({ asked, all: all.sort((a, b) => rank(a) - rank(b)) });
    if (failed) setFailure(asFailure(failed.reason));
    setBusy(false);
  }
  return { found, busy, part, failure, check, forgive: () => setFailure(undefined) };
}

const as = (of: Found["of"], check: Check): Found => ({ of, check });

/** A conclusion comes first, then a matter that is known. */
const rank = ({ check }: Found) => (check.outcome === "concluded" ? 0 : check.case ? 1 : 2);
