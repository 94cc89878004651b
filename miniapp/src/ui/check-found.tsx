import { useEffect, useRef } from "react";
import { useNavigate } from "react-router-dom";
import { useCarrying } from "../carried";
import type { Check, CheckChange } from "../types";
import type { Asked, Found } from "../use-check";
import { CheckFollow } from "./check-follow";
import { QuoteCard } from "./quote-card";
import { Lines } from "./report-state";

interface Props {
  asked: Asked;
  all: Found[];
}

/** The outcomes in the server's words; what is not word for word the province's can be reported. */
export function CheckFound({ asked, all }: Props) {
  const top = useRef<HTMLElement>(null);
  useEffect(() => top.current?.focus(), [all]);
  return (
    <section ref={top} tabIndex={-1} aria-live="polite">
      {all.map(({ of, check }) => (
        <Outcome
          key={of}
          check={check}
          title={(all.length > 1 ? names[of] + ": " : "") + titleOf(of, check)}
        />
      ))}
      <CheckFollow asked={asked} all={all} />
      {all.some(({ check }) => check.outcome !== "verbatim") && (
        <p className="choices">
          <ReportIt asked={asked} />
        </p>
      )}
    </section>
  );
}

const names: Record<Found["of"], string> = { text: "Nội dung", picture: "Ảnh" };

function Outcome({ check, title }: { check: Check; title: string }) {
  return (
    <div data-testid="check-outcome" data-outcome={check.outcome}>
      <div className="card">
        <h2>{title}</h2>
        <Lines text={check.lead} />
      </div>
      {check.case && (
        <div className="card">
          <Lines text={check.case.text} />
        </div>
      )}
      {check.changes.length > 0 && <Changes changes={check.changes} />}
      {check.quotes.map((quote) => (
        <QuoteCard key={quote.statement + quote.quote} quotes={[quote]} />
      ))}
    </div>
  );
}

/** Takes what was checked into a report, words and picture. */
export function ReportIt({ asked }: { asked: Asked }) {
  const carry = useCarrying();
  const navigate = useNavigate();
  const report = () => {
    carry(asked);
    navigate("/report");
  };
  return (
    <button type="button" className="link-button" data-testid="check-report" onClick={report}>
      Báo tin này
    </button>
  );
}

function titleOf(of: Found["of"], { outcome, case: known }: Check) {
  if (outcome !== "unseen") return titles[outcome];
  if (known) return "Đã có người báo";
  return of === "picture" ? "Chưa thấy trong các vụ việc đã có" : titles.unseen;
}

// The words of the chat: what is not found is not found, and never "false".
const titles: Record<Check["outcome"], string> = {
  verbatim: "Có trong danh sách đã công bố",
  changed: "Khác nguyên văn của tỉnh",
  concluded: "Đã có kết luận",
  unseen: "Chưa thấy trong danh sách đã công bố",
};

function Changes({ changes }: { changes: CheckChange[] }) {
  return (
    <div className="card">
      <h2>Chỗ khác nhau</h2>
      <ol>
        {changes.map(({ label, official, pasted }, i) => (
          <li key={i}>
            {label}
            <br />
            Nguyên văn: <Marked piece={official} />
            <br />
            Bản gửi: <Marked piece={pasted} />
          </li>
        ))}
      </ol>
    </div>
  );
}

function Marked({ piece: { before, marked, behind } }: { piece: CheckChange["official"] }) {
  return (
    <>
      {before}
      <mark>{marked || "(không có)"}</mark>
      {behind}
    </>
  );
}
