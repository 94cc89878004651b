import { useEffect, useRef, useState } from "react";
import { useNavigate, useSearchParams } from "react-router-dom";
import { useCarried, type Carried } from "../carried";
import { useSurroundings } from "../context";
import { Failed, Skeleton } from "../ui/states";
import type { ReportForm, ReportReceipt } from "../types";
import { useLoad } from "../use-load";
import { matterOf, useReportDraft, type ReportDraft } from "../use-report-draft";
import { ReportEditor } from "../ui/report-editor";
import { CheckPanel } from "../ui/report-check";
import { Receipt } from "../ui/report-receipt";
import { Screen } from "../ui/screen";
import { useReporting } from "../use-reporting";

/** /report[?text=WHAT-WAS-SEEN], or opened with what was checked. */
export function ReportPage() {
  const { api } = useSurroundings();
  const carried = useCarried();
  const [form, retry] = useLoad("report form", (signal) => api.reportForm(signal));
  return (
    <Screen title="Báo tin giả">
      {form.state === "loading" && <Skeleton cards={2} />}
      {form.state === "failed" && <Failed failure={form.failure} onRetry={retry} />}
      {form.state === "done" && <Reporting form={form.value} carried={carried} />}
    </Screen>
  );
}

interface Filed {
  receipt: ReportReceipt;
  anonymous: boolean;
}

/** Written, then read once more, then sent. */
function Reporting({ form, carried }: { form: ReportForm; carried: Carried | null }) {
  const [query] = useSearchParams();
  const navigate = useNavigate();
  const { draft, change, older, restore, filed } = useReportDraft(
    "report draft",
    carried && matterOf(carried.text),
    query.get("text") ?? "",
  );
  const [done, setDone] = useState<Filed>();
  const { check, busy, failure, review, back, send } = useReporting(draft, (receipt, anonymous) => {
    filed();
    setDone({ receipt, anonymous });
  });
  const top = useTopOnChange(done ? "done" : check ? "check" : "form");
  if (done) {
    return (
      <div ref={top} tabIndex={-1}>
        <Receipt
          receipt={done.receipt}
          anonymous={done.anonymous}
          onAnother={() => navigate("/report", { replace: true })}
        />
      </div>
    );
  }
  return (
    <div ref={top} tabIndex={-1}>
      {check && (
        <CheckPanel
          check={check}
          draft={draft}
          form={form}
          busy={busy}
          failure={failure}
          onSend={(anonymous) => void send(anonymous)}
          onBack={back}
        />
      )}
      {/* Kept while the check is read: a picture that was chosen stays to be looked at. */}
      <div hidden={!!check}>
        {older[0] && <Older draft={older[0]} onOpen={restore} />}
        <ReportEditor
          form={form}
          draft={draft}
          change={change}
          busy={busy}
          failure={check ? undefined : failure}
          picture={carried?.picture}
          onReview={() => void review()}
        />
      </div>
    </div>
  );
}

/** A report that was begun before; what is on the screen waits in its place. */
function Older({ draft, onOpen }: { draft: ReportDraft; onOpen: () => void }) {
  const begins = (draft.text || draft.link || draft.pictures.map(({ name }) => name).join(", ")).slice(0, 60);
  return (
    <p className="notice notice-info" data-testid="report-older">
      Anh/Chị có một báo tin viết dở: “{begins}…”{" "}
      <button type="button" className="link" onClick={onOpen}>
        Mở lại
      </button>
    </p>
  );
}

/** A new step is read from its beginning, by eye and by screen reader. */
function useTopOnChange(step: string) {
  const top = useRef<HTMLDivElement>(null);
  const before = useRef(step);
  useEffect(() => {
    if (before.current === step) return;
    before.current = step;
    top.current?.closest(".screen")?.scrollTo?.(0, 0);
    top.current?.focus({ preventScroll: true });
  }, [step]);
  return top;
}
