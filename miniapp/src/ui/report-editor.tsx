import { useState, type FormEvent } from "react";
import { Button } from "zmp-ui";
import type { Failure } from "../failure";
import type { ReportForm } from "../types";
import { shows, type Change, type ReportDraft } from "../use-report-draft";
import { CategoryField, DetailFields, MatterFields } from "./report-fields";
import { Lines } from "./report-state";

interface Props {
  form: ReportForm;
  draft: ReportDraft;
  change: Change;
  busy: boolean;
  failure: Failure | undefined;
  onReview: () => void;
  picture?: File | undefined; // that the report begins with
}

/** The form: whom to call in danger stands before anything is asked. */
export function ReportEditor({ form, draft, change, busy, failure, onReview, picture }: Props) {
  const [sending, setSending] = useState(false);
  const [tried, setTried] = useState(false);
  const errors = { ...(tried ? missing(draft) : {}), ...failure?.fields };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (Object.keys(missing(draft)).length === 0 && !sending) onReview();
  };
  const fields = { form, draft, change, errors, onBusy: setSending, picture };
  return (
    <form className="form" onSubmit={submit} noValidate>
      <div className="notice notice-bad">
        <p data-testid="report-danger">{form.danger}</p>
      </div>
      <Lines text={form.how} />
      <MatterFields {...fields} />
      <CategoryField {...fields} />
      {draft.category === "scam" && (
        <div className="notice notice-bad" role="alert" data-testid="report-scam">
          <p>{form.victim}</p>
          <p>{form.scam}</p>
        </div>
      )}
      <DetailFields {...fields} />
      {failure && (
        <p className="notice notice-bad" role="alert" data-testid="failure">
          {failure.message} Nội dung Anh/Chị viết được giữ nguyên.
        </p>
      )}
      {Object.keys(errors).length > 0 && !failure && (
        <p className="problem" role="alert" data-testid="report-missing">
          {Object.values(errors).join(" ")}
        </p>
      )}
      {sending && <p className="hint">Còn ảnh chưa tải lên xong; Anh/Chị chờ, thử lại hoặc bỏ ảnh đó.</p>}
      <Button htmlType="submit" fullWidth loading={busy} disabled={sending} data-testid="report-review">
        Xem lại trước khi gửi
      </Button>
    </form>
  );
}

/** What a report cannot be sent without. */
function missing(draft: ReportDraft): Record<string, string> {
  return {
    ...(!shows(draft) && { text: "Anh/Chị cho biết một trong ba: đường dẫn, nội dung hoặc ảnh." }),
    ...(!draft.category && { category: "Anh/Chị chọn một lĩnh vực." }),
  };
}
