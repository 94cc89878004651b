import { Button } from "zmp-ui";
import { moment } from "../dates";
import type { Failure } from "../failure";
import type { ReportCheck, ReportForm } from "../types";
import type { ReportDraft } from "../use-report-draft";
import { Lines } from "./report-state";

interface Props {
  check: ReportCheck;
  draft: ReportDraft;
  form: ReportForm;
  busy: boolean;
  failure: Failure | undefined;
  onSend: (anonymous: boolean) => void;
  onBack: () => void;
}

/** What is read before a report is sent, in the chat's words: what protects the person first. */
export function CheckPanel({ check, draft, form, busy, failure, onSend, onBack }: Props) {
  return (
    <div className="form" data-testid="report-check">
      {check.advice && (
        <div className="notice notice-bad" role="alert">
          <Lines text={check.advice} testid="report-advice" />
        </div>
      )}
      {check.known && (
        <div className="notice notice-info">
          <Lines text={check.known} testid="report-known" />
        </div>
      )}
      <WhatIsSent draft={draft} form={form} />
      {check.missing && <p className="hint">{check.missing}</p>}
      <div className="notice notice-warn">
        <p>{check.honest}</p>
      </div>
      <p data-testid="report-who">{check.who}</p>
      {failure && (
        <div className="notice notice-bad" role="alert" data-testid="failure">
          <p>{failure.message} Nội dung Anh/Chị viết được giữ nguyên.</p>
          {Object.values(failure.fields).map((text) => (
            <p key={text}>{text}</p>
          ))}
        </div>
      )}
      <Ways check={check} busy={busy} onSend={onSend} onBack={onBack} />
    </div>
  );
}

/** The two ways to send; where the words show fear the unnamed one comes first. */
function Ways({ check, busy, onSend, onBack }: Pick<Props, "check" | "busy" | "onSend" | "onBack">) {
  const ways = [
    { text: check.named, anonymous: false },
    { text: check.unnamed, anonymous: true },
  ];
  if (check.unnamed_first) ways.reverse();
  return (
    <div className="choices">
      {ways.map(({ text, anonymous }, i) => (
        <Button
          key={text}
          fullWidth
          variant={i === 0 ? "primary" : "secondary"}
          disabled={busy}
          onClick={() => onSend(anonymous)}
          data-testid={anonymous ? "report-send-unnamed" : "report-send"}
        >
          {text}
        </Button>
      ))}
      <button type="button" className="link-button" onClick={onBack} data-testid="report-edit">
        Sửa lại
      </button>
    </div>
  );
}

function WhatIsSent({ draft, form }: { draft: ReportDraft; form: ReportForm }) {
  const lines: [string, string][] = [
    ["Đường dẫn", draft.link.trim()],
    ["Nội dung", draft.text.trim()],
    ["Ảnh", draft.pictures.map(({ name }) => name).join(", ")],
    ["Lĩnh vực", form.categories.find(({ code }) => code === draft.category)?.name ?? ""],
    ["Thấy lúc", draft.seenAt && moment(draft.seenAt + ":00+07:00")],
    ["Thấy ở", draft.place.trim()],
    ["Lan truyền", draft.spread.trim()],
    ["Thiệt hại", draft.harm.trim()],
    ["Điều đúng", draft.right.trim()],
  ];
  return (
    <section className="card" aria-labelledby="what-is-sent">
      <h2 id="what-is-sent">Báo tin sẽ gửi</h2>
      <dl className="facts-table" data-testid="report-preview">
        {lines
          .filter(([, text]) => text !== "")
          .map(([name, text]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd className="lines">{text}</dd>
            </div>
          ))}
      </dl>
    </section>
  );
}
