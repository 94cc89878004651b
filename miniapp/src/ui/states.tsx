import type { ReactNode } from "react";
import { Link } from "react-router-dom";
import { Button } from "zmp-ui";
import type { Failure } from "../failure";

/** Grey lines while something loads, in the place of what comes. */
export function Skeleton({ cards = 1 }: { cards?: number }) {
  return (
    <div role="status" aria-label="Đang tải">
      {Array.from({ length: cards }, (_, n) => (
        <div key={n} className="card skeleton" aria-hidden>
          <i className="w40" />
          <i />
          <i className="w80" />
        </div>
      ))}
    </div>
  );
}

export function Failed({ failure, onRetry }: { failure: Failure; onRetry: () => void }) {
  return (
    <div className="notice notice-bad" role="alert" data-testid="failure">
      <p>{failure.message}</p>
      {Object.values(failure.fields).map((text) => (
        <p key={text}>{text}</p>
      ))}
      {failure.status === 404 ? (
        <Link className="link-button" to="/" replace>
          Về trang chủ
        </Link>
      ) : (
        <Button size="small" variant="secondary" onClick={onRetry}>
          Thử lại
        </Button>
      )}
    </div>
  );
}

export function Empty({ children }: { children: ReactNode }) {
  return <div className="empty">{children}</div>;
}
