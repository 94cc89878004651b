import { useRef, useState } from "react";
import { useSurroundings } from "./context";
import type { Guard } from "./types";

const patience = 6_000; // milliseconds: it helps, and holds nothing up

/**
 * Looks, before a question is filed, whether it is answered, asked or about to be published.
 * look gives false when there is something to read first: then of gives it. What was read
 * once is not shown again for the same words, and what cannot be looked up stops nobody.
 */
export function useGuard() {
  const { api } = useSurroundings();
  const [found, setFound] = useState<{ words: string; guard: Guard }>();
  const [busy, setBusy] = useState(false);
  const looking = useRef(false);

  async function look(question: string, unit: string): Promise<boolean> {
    const words = unit + " " + question;
    if (found?.words === words || question === "") return true;
    if (looking.current) return false; // a second tap
    looking.current = true;
    setBusy(true);
    const guard = await ask(question, unit);
    looking.current = false;
    setBusy(false);
    const nothing = !guard || (!guard.statement && !guard.alike && !guard.scheduled);
    setFound(nothing ? undefined : { words, guard });
    return nothing;
  }

  async function ask(question: string, unit: string): Promise<Guard | undefined> {
    const controller = new AbortController();
    const timer = setTimeout(() => controller.abort(), patience);
    try {
      return await api.guard(question, unit, controller.signal);
    } catch {
      return undefined; // what is wrong with the words is said when they are filed
    } finally {
      clearTimeout(timer);
    }
  }
  /** What was found of just these words. */
  const of = (question: string, unit: string) =>
    found?.words === unit + " " + question ? found.guard : undefined;
  return { of, busy, look };
}
