import { moment, remaining } from "../dates";
import type { RequestItem } from "../types";

const closed = (item: RequestItem) => item.state === "sent" || item.state === "refused";

/** The state in words, coloured by what it means to the one who waits. */
export function StateTag({ item }: { item: RequestItem }) {
  const tone = item.state === "sent" ? "good" : item.state === "refused" ? "bad" : "open";
  return (
    <span className={`tag tag-${tone}`} data-testid="request-state">
      {item.state_label}
    </span>
  );
}

/** The deadline, while there is still something to wait for. */
export function DueLine({ item }: { item: RequestItem }) {
  if (closed(item)) return null;
  const late = Date.parse(item.due) < Date.now();
  return (
    <p className={late ? "due due-late" : "due"}>
      Hạn xử lý: {moment(item.due)} <strong>({remaining(item.due, Date.now())})</strong>
    </p>
  );
}
