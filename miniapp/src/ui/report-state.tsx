import { day } from "../dates";
import type { ReportItem } from "../types";

/** Where the matter stands; of its content only the words of the decree are said. */
export function ReportTag({ item }: { item: ReportItem }) {
  return (
    <span className={`tag tag-${item.ended ? "good" : "open"}`} data-testid="report-state">
      {item.state_label}
    </span>
  );
}

export const whatWasSeen = (item: ReportItem) => item.text || `${item.pictures} ảnh`;

export function FoundLine({ item }: { item: ReportItem }) {
  return (
    <p className="hint">
      {item.category} · {day(item.created_at)}
      {item.found && (
        <>
          {" · "}
          <strong data-testid="report-found">{item.found}</strong>
        </>
      )}
    </p>
  );
}

/** Words of the server that come in lines. */
export function Lines({ text, testid }: { text: string; testid?: string }) {
  return (
    <p className="lines" data-testid={testid}>
      {text}
    </p>
  );
}
