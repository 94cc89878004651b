import { useEffect, useRef, useState } from "react";
import { useKept } from "./use-kept";
import { asFailure, type Failure } from "./failure";
import type { Page } from "./types";

interface Pages<T> {
  key: string; // what the items answer
  items: T[];
  next: string;
}

export interface PagesLoad<T> {
  items: T[] | undefined; // undefined before the first page came
  more: boolean;
  busy: boolean;
  failure: Failure | undefined;
  loadMore(): void; // the next page, or the failed one again
}

/**
 * The pages of the list that key names, one after the other. A new key starts
 * anew and gives up what was under way; the way back finds all pages as left.
 */
export function usePages<T>(
  key: string,
  load: (after: string, signal: AbortSignal) => Promise<Page<T>>,
): PagesLoad<T> {
  const [pages, setPages] = useKept<Pages<T> | undefined>("pages", undefined);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const flight = useRef<AbortController>();
  const shown = pages?.key === key ? pages : undefined;

  function loadMore(): void {
    flight.current?.abort();
    const controller = (flight.current = new AbortController());
    const current = () => !controller.signal.aborted;
    setBusy(true);
    setFailure(undefined);
    load(shown?.next ?? "", controller.signal)
      .then((page) => {
        const items = [...(shown?.items ?? []), ...page.items];
        if (current()) setPages({ key, items, next: page.next });
      })
      .catch((error: unknown) => current() && setFailure(asFailure(error)))
      .finally(() => current() && setBusy(false));
  }

  useEffect(() => {
    if (shown) {
      setBusy(false);
      setFailure(undefined);
    } else loadMore();
    return () => flight.current?.abort();
    // Only a new key starts anew; loadMore is made at each render.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key]);

  return { items: shown?.items, more: !!shown?.next, busy, failure, loadMore };
}
