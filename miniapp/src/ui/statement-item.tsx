import { Link } from "react-router-dom";
import { day } from "../dates";
import type { StatementItem } from "../types";
import { UnitMark } from "./unit-mark";

/** One statement in a list; the whole card is the link. */
export function StatementCard({ item }: { item: StatementItem }) {
  return (
    <Link className="card card-link" to={"/s/" + encodeURIComponent(item.code)} data-testid="statement-item">
      <p className="meta">
        <span className="from-unit">
          <UnitMark code={item.unit} name={item.unit_name} />
          {item.unit_name}
        </span>
        <time dateTime={item.issued_at}>{day(item.issued_at)}</time>
      </p>
      <h3>{item.title}</h3>
      {item.excerpt && <p className="excerpt">{item.excerpt}</p>}
      {item.sample && <span className="tag">Dữ liệu mẫu</span>}
    </Link>
  );
}
