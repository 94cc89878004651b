import { useCallback, useState } from "react";
import { useLocation } from "react-router-dom";
import { useSurroundings } from "./context";

/** A state that is still there when the person comes back to the screen. */
export function useKept<T>(name: string, initial: T): [T, (value: T) => void] {
  const { memory } = useSurroundings();
  const slot = useLocation().key + " kept " + name;
  const [value, setValue] = useState<T>(() => (memory.has(slot) ? (memory.get(slot) as T) : initial));
  const keep = useCallback(
    (next: T) => {
      memory.set(slot, next);
      setValue(next);
    },
    [memory, slot],
  );
  return [value, keep];
}
