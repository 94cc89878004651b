import { lazy, Suspense, useEffect, useRef, type ReactNode } from "react";

// A third of zmp-ui's weight, for sheets alone: fetched when the first one opens.
const ZauiSheet = lazy(() => import("./zaui-sheet"));

interface Props {
  title: string;
  onClose?: () => void; // absent: the person has to choose
  children: ReactNode;
}

/** A bottom sheet, open while it is rendered. */
export function Sheet({ title, onClose, children }: Props) {
  const inside = useRef<HTMLDivElement>(null);
  useEscape(onClose);
  return (
    <Suspense fallback={null}>
      <ZauiSheet
        visible
        autoHeight
        handler={!!onClose}
        swipeToClose={!!onClose}
        maskClosable={!!onClose}
        onClose={() => onClose?.()}
      >
        <Focused inside={inside}>
          <div
            ref={inside}
            className="sheet"
            role="dialog"
            aria-modal="true"
            aria-label={title}
            tabIndex={-1}
          >
            <h2>{title}</h2>
            {children}
          </div>
        </Focused>
      </ZauiSheet>
    </Suspense>
  );
}

function useEscape(onClose: (() => void) | undefined) {
  useEffect(() => {
    const close = (event: KeyboardEvent) => event.key === "Escape" && onClose?.();
    document.addEventListener("keydown", close);
    return () => document.removeEventListener("keydown", close);
  }, [onClose]);
}

/** Moves the focus inside, and back to where it was when the sheet is gone. */
function Focused({ inside, children }: { inside: React.RefObject<HTMLDivElement>; children: ReactNode }) {
  useEffect(() => {
    const before = document.activeElement;
    inside.current?.focus({ preventScroll: true });
    return () => (before instanceof HTMLElement ? before.focus({ preventScroll: true }) : undefined);
  }, [inside]);
  return children;
}
