import { Link } from "react-router-dom";
import type { RequestItem } from "../types";
import { DueLine, StateTag } from "./request-state";

/** One request in a list; the whole card is the link. */
export function RequestCard({ item }: { item: RequestItem }) {
  return (
    <Link
      className="card card-link"
      to={"/requests/" + encodeURIComponent(item.code)}
      data-testid="request-item"
    >
      <p className="meta">
        <span>{item.code}</span>
        <StateTag item={item} />
      </p>
      <h3 className="clamp">{item.question}</h3>
      <p className="hint">{item.unit_name}</p>
      <DueLine item={item} />
    </Link>
  );
}
