import { moment, remaining } from "../dates";
import type { RequestItem } from "../types";

/** What is known of a request, and of each of its parts. */
type Standing = Pick<RequestItem, "state" | "state_label" | "due">;

/** Nobody waits for the unit: it has spoken, or nobody asks any more, or it waits itself and its clock stands still. */
const still: RequestItem["state"][] = ["sent", "refused", "withdrawn", "clarifying"];

/** The state in words, coloured by what it means to the one who waits. */
export function StateTag({ item }: { item: Standing }) {
  const tone = item.state === "sent" ? "good" : item.state === "refused" ? "bad" : "open";
  return (
    <span className={`tag tag-${tone}`} data-testid="request-state">
      {item.state_label}
    </span>
  );
}

/** The deadline, while there is still something to wait for. */
export function DueLine({ item }: { item: Standing }) {
  if (still.includes(item.state)) return null;
  const late = Date.parse(item.due) < Date.now();
  return (
    <p className={late ? "due due-late" : "due"}>
      Hạn xử lý: {moment(item.due)} <strong>({remaining(item.due, Date.now())})</strong>
    </p>
  );
}
