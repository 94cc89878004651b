import { useMemo, type MouseEvent } from "react";
import { cleanHTML } from "../clean-html";
import { useSurroundings } from "../context";

interface Props {
  /** what the server made of the words: nothing of theirs is a tag */
  html: string;
  quoted?: boolean;
  "data-testid"?: string;
}

/**
 * A spokesperson's words, exactly, with the structure they were given. Links
 * open beside the app: leaving its address would cut Zalo off.
 */
export function Words({ html, quoted = false, ...rest }: Props) {
  const { host } = useSurroundings();
  const clean = useMemo(() => cleanHTML(html), [html]);
  const follow = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (!link?.href) return;
    event.preventDefault();
    host.open(link.href);
  };
  const Tag = quoted ? "blockquote" : "div";
  return <Tag {...rest} className="words" onClick={follow} dangerouslySetInnerHTML={{ __html: clean }} />;
}
