import { useEffect, useLayoutEffect, useRef, type ReactNode } from "react";
import { useLocation, useNavigate } from "react-router-dom";
import { useSurroundings } from "../context";
import { BackIcon } from "./icons";

interface Props {
  title: string;
  tab?: boolean; // a screen of the bottom bar: no way back, room for the bar
  children: ReactNode;
}

/** The frame of every screen. It comes back scrolled to where it was left. */
export function Screen({ title, tab = false, children }: Props) {
  const { page, remember } = useScroll();
  const goBack = useGoBack();
  useEffect(() => void (document.title = title), [title]);
  return (
    <div ref={page} className={tab ? "screen screen-tab" : "screen"} onScroll={remember}>
      <header className="bar">
        {!tab && (
          <button type="button" className="icon-button" onClick={goBack}>
            <BackIcon />
          </button>
        )}
        <h1>{title}</h1>
      </header>
      <main>{children}</main>
    </div>
  );
}

function useScroll() {
  const { memory } = useSurroundings();
  const page = useRef<HTMLDivElement>(null);
  const slot = useLocation().key + " scroll";
  useLayoutEffect(() => {
    page.current?.scrollTo?.(0, (memory.get(slot) as number | undefined) ?? 0);
  }, [memory, slot]);
  return { page, remember: () => memory.set(slot, page.current?.scrollTop ?? 0) };
}

/** Back, or home when the app was opened on this screen. */
function useGoBack() {
  const navigate = useNavigate();
  const first = useLocation().key === "default";
  return () => (first ? navigate("/", { replace: true }) : navigate(-1));
}
