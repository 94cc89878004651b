import {
  useEffect,
  useId,
  useRef,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type SyntheticEvent,
} from "react";
import { CloseIcon } from "./icons";

interface Props {
  title: string;
  onClose?: () => void; // absent: the person has to choose
  children: ReactNode;
}

/**
 * A bottom sheet, open while it is rendered. The focus is inside it and stays
 * there: the browser's own dialog makes all behind it inert.
 */
export function Sheet({ title, onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const name = useId();
  useEffect(() => {
    const before = document.activeElement;
    open(dialog.current);
    heading.current?.focus({ preventScroll: true });
    return () => (before instanceof HTMLElement ? before.focus({ preventScroll: true }) : undefined);
  }, []);
  const escape = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    onClose?.();
  };
  // The back gesture of a phone, and Escape where the focus has left the page.
  const cancel = (event: SyntheticEvent) => {
    event.preventDefault();
    onClose?.();
  };
  const outside = (event: MouseEvent) => event.target === dialog.current && onClose?.();
  return (
    <dialog
      ref={dialog}
      className="sheet"
      aria-labelledby={name}
      aria-modal="true"
      onKeyDown={escape}
      onClick={outside}
      onCancel={cancel}
    >
      <div className="sheet-inside">
        <header className="sheet-head">
          <h2 id={name} ref={heading} tabIndex={-1}>
            {title}
          </h2>
          {onClose && (
            <button type="button" className="icon-button" onClick={onClose}>
              <CloseIcon />
            </button>
          )}
        </header>
        {children}
      </div>
    </dialog>
  );
}

/** WebViews older than the dialog show it in its place, above the rest. */
function open(dialog: HTMLDialogElement | null): void {
  if (!dialog || dialog.open) return;
  if (typeof dialog.showModal === "function") dialog.showModal();
  else dialog.setAttribute("open", "");
}
