import { useState } from "react";
import { useSurroundings } from "./context";

/** What somebody checked and now reports: nothing of it is typed or chosen again. */
export interface Carried {
  text: string;
  picture?: File | undefined;
}

const slot = "carried into a report";

/** Puts something down for the form of reports, which takes it up once. */
export function useCarrying(): (carried: Carried) => void {
  const { memory } = useSurroundings();
  return (carried) => memory.set(slot, carried);
}

/** What was put down, or null. */
export function useCarried(): Carried | null {
  const { memory } = useSurroundings();
  const [carried] = useState(() => {
    const found = (memory.get(slot) as Carried | undefined) ?? null;
    memory.delete(slot);
    return found;
  });
  return carried;
}
