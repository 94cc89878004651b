import { useState, type FormEvent } from "react";
import { Button } from "zmp-ui";
import { useSurroundings } from "../context";
import { asFailure, type Failure } from "../failure";
import type { ReportForm } from "../types";
import { useLoad } from "../use-load";
import { reportOf, shows, useReportDraft } from "../use-report-draft";
import { MatterFields } from "./report-fields";
import { Failed, Skeleton } from "./states";

interface Props {
  id: string; // of the report
  onAdded: () => void;
  onClose: () => void;
}

/** More of a matter that was reported already. */
export function AddMore(props: Props) {
  const { api } = useSurroundings();
  const [form, retry] = useLoad("report form", (signal) => api.reportForm(signal));
  if (form.state === "loading") return <Skeleton />;
  if (form.state === "failed") return <Failed failure={form.failure} onRetry={retry} />;
  return <MoreForm {...props} form={form.value} />;
}

function MoreForm({ id, onAdded, onClose, form }: Props & { form: ReportForm }) {
  const { api } = useSurroundings();
  const { draft, change, filed } = useReportDraft("report more " + id);
  const [busy, setBusy] = useState(false);
  const [sending, setSending] = useState(false);
  const [failure, setFailure] = useState<Failure>();

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (busy || sending) return;
    setBusy(true);
    try {
      await api.more(id, reportOf(draft), draft.key);
      filed();
      onAdded();
    } catch (error) {
      setFailure(asFailure(error));
      setBusy(false);
    }
  }

  return (
    <form className="card form" onSubmit={(event) => void submit(event)} noValidate aria-label="Gửi thêm">
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
