import { useEffect, useRef, useState } from "react";
import { Link } from "react-router-dom";
import { Input } from "zmp-ui";
import { useSurroundings } from "../context";
import { asFailure, type Failure } from "../failure";
import type { Check, CheckChange } from "../types";
import { QuoteCard } from "../ui/quote-card";
import { Lines } from "../ui/report-state";
import { Screen } from "../ui/screen";
import { Failed } from "../ui/states";

const longest = 10_000; // characters, as the server has it

/** /check: is what somebody saw what was published? */
export function CheckPage() {
  const { api } = useSurroundings();
  const [text, setText] = useState("");
  const [asked, setAsked] = useState("");
  const [found, setFound] = useState<Check>();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const ready = text.trim().length >= 5;

  async function check() {
    if (busy || !ready) return;
    setBusy(true);
    setFailure(undefined);
    setFound(undefined);
    try {
      setFound(await api.check(text.trim()));
      setAsked(text.trim());
    } catch (error) {
      setFailure(asFailure(error));
    } finally {
      setBusy(false);
    }
  }

  return (
    <Screen title="Có thật không?">
      <section className="card">
        <label className="label" htmlFor="check-text">
          Dán đoạn văn, đường dẫn hoặc số văn bản
        </label>
        <Input.TextArea
          id="check-text"
          data-testid="check-text"
          rows={6}
          maxLength={longest}
          value={text}
          onChange={({ target }) => setText(target.value)}
          placeholder="Ví dụ: 123/QĐ-UBND"
        />
        <p className="hint">
          Nội dung được so với phát ngôn, kết luận và kênh chính thức đã công bố. Đường dẫn không được mở.
        </p>
        <button
          type="button"
          className="link-button link-button-primary"
          data-testid="check-send"
          disabled={busy || !ready}
          onClick={() => void check()}
        >
          {busy ? "Đang so…" : "Kiểm tra"}
        </button>
      </section>
      {failure && <Failed failure={failure} onRetry={() => void check()} />}
      {found && <Found found={found} asked={asked} />}
    </Screen>
  );
}

/** The outcome in the server's words; where it is not word for word the province's, it can be reported. */
function Found({ found, asked }: { found: Check; asked: string }) {
  const top = useRef<HTMLElement>(null);
  useEffect(() => top.current?.focus(), [found]);
  return (
    <section
      ref={top}
      tabIndex={-1}
      aria-live="polite"
      data-testid="check-outcome"
      data-outcome={found.outcome}
    >
      <div className="card">
        <h2>{titles[found.outcome]}</h2>
        <Lines text={found.lead} />
      </div>
      {found.case && (
        <div className="card">
          <Lines text={found.case.text} />
        </div>
      )}
      {found.changes.length > 0 && <Changes changes={found.changes} />}
      {found.quotes.map((quote) => (
        <QuoteCard key={quote.statement + quote.quote} quotes={[quote]} />
      ))}
      {found.outcome !== "verbatim" && (
        <p className="choices">
          <Link
            className="link-button"
            data-testid="check-report"
            to={"/report?text=" + encodeURIComponent(asked)}
          >
            Báo tin giả
          </Link>
        </p>
      )}
    </section>
  );
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
