import { Link } from "react-router-dom";
import { day } from "../dates";
import type { Statement } from "../types";

/** How the words of a statement that this one replaced became its own; each word is one of the two's. */
export function WhatChanged({ replaced }: { replaced: Statement["replaces"][number] }) {
  const { code, title, issued_at, changes } = replaced;
  return (
    <details className="changes" data-testid="what-changed">
      <summary>Thay đổi so với phát ngôn trước, ngày {day(issued_at)}</summary>
      <p>
        Thay thế <Link to={"/s/" + encodeURIComponent(code)}>{title}</Link> (mã {code}).
      </p>
      {changes.length === 0 ? (
        <p>Lời văn không đổi.</p>
      ) : (
        <>
          <p className="lines">
            {changes.map(({ kind, text }, n) => {
              if (kind === "removed") return <del key={n}>{text}</del>;
              return kind === "added" ? <ins key={n}>{text}</ins> : <span key={n}>{text}</span>;
            })}
          </p>
          <p className="hint">
            Gạch ngang: có ở bản trước, không còn ở bản này. Gạch chân: mới có ở bản này.
          </p>
        </>
      )}
    </details>
  );
}
