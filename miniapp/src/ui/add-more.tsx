import { useState, type FormEvent } from "react";
import { Button } from "zmp-ui";
import type { ReportForm } from "../types";
import { reportOf, shows, useReportDraft } from "../use-report-draft";
import { useReportForm } from "../use-report-form";
import { whatIsShown } from "../use-reporting";
import { useSending } from "../use-sending";
import { MatterFields } from "./report-fields";
import { Failed, Skeleton } from "./states";

interface Props {
  id: string; // of the report
  onAdded: () => void;
  onClose: () => void;
}

/** More of a matter that was reported already. */
export function AddMore(props: Props) {
  const [form, retry] = useReportForm();
  if (form.state === "loading") return <Skeleton />;
  if (form.state === "failed") return <Failed failure={form.failure} onRetry={retry} />;
  return <MoreForm {...props} form={form.value} />;
}

function MoreForm({ id, onAdded, onClose, form }: Props & { form: ReportForm }) {
  const name = "report more " + id;
  const { draft, change, filed } = useReportDraft(name);
  const [sending, setSending] = useState(false);
  const done = () => (filed(), onAdded());
  const { send, busy, failure } = useSending(done, done);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (sending) return;
    void send({
      key: draft.key,
      goods: { what: "more", id, body: reportOf(draft) },
      title: "Gửi thêm vào báo tin",
      excerpt: whatIsShown(draft),
      back: { path: "/reports/" + id, name, text: JSON.stringify(draft) },
    });
  }

  return (
    <form className="card form" onSubmit={submit} noValidate aria-label="Gửi thêm">
      <h2>Gửi thêm</h2>
      <MatterFields
        form={form}
        draft={draft}
        change={change}
        errors={failure?.fields ?? {}}
        onBusy={setSending}
      />
      {failure && (
        <p className="notice notice-bad" role="alert" data-testid="failure">
          {failure.message} Nội dung Anh/Chị viết được giữ nguyên.
        </p>
      )}
      <Button
        htmlType="submit"
        fullWidth
        loading={busy}
        disabled={sending || !shows(draft)}
        data-testid="more-submit"
      >
        {failure ? "Gửi lại" : "Gửi thêm"}
      </Button>
      <button type="button" className="link-button" onClick={onClose}>
        Để sau
      </button>
    </form>
  );
}
