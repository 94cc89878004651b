import { useEffect, useRef, type ReactNode } from "react";

/** Reports when it scrolls into view; children do the same for who cannot scroll. */
export function EndOfList({ onReached, children }: { onReached: () => void; children: ReactNode }) {
  const mark = useRef<HTMLDivElement>(null);
  const report = useRef(onReached);
  report.current = onReached;
  useEffect(() => {
    if (!mark.current || typeof IntersectionObserver === "undefined") return;
    const observer = new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && report.current(),
      { rootMargin: "300px" },
    );
    observer.observe(mark.current);
    return () => observer.disconnect();
  }, []);
  return <div ref={mark}>{children}</div>;
}
