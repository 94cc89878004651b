import { useState } from "react";
import { useSurroundings } from "./context";
import { asFailure, type Failure } from "./failure";
import type { Sending } from "./outbox";
import type { ReportCheck, ReportForm, ReportReceipt } from "./types";
import { reportOf, type ReportDraft } from "./use-report-draft";
import { useSending } from "./use-sending";

interface Outcome {
  onFiled: (receipt: ReportReceipt, anonymous: boolean) => void;
  onWaiting: (key: string) => void;
}

/** The way of a report to the server: checked, then sent named or not. */
export function useReporting(draft: ReportDraft, form: ReportForm, { onFiled, onWaiting }: Outcome) {
  const { api } = useSurroundings();
  const [check, setCheck] = useState<ReportCheck>();
  const [checking, setChecking] = useState(false);
  const [objection, setObjection] = useState<Failure>();
  const { send, ...sending } = useSending<ReportReceipt>(
    (receipt, { goods }) => onFiled(receipt, goods.what === "report" && !!goods.body.anonymous),
    onWaiting,
  );

  async function review() {
    if (checking) return;
    setChecking(true);
    setObjection(undefined);
    try {
      setCheck(await api.checkReport(reportOf(draft)));
    } catch (error) {
      const failure = asFailure(error);
      if (failure.kind === "offline") setCheck(withoutServer(form, draft));
      else setObjection(failure);
    } finally {
      setChecking(false);
    }
  }

  return {
    check,
    busy: checking || sending.busy,
    failure: check ? sending.failure : objection,
    review,
    back: () => setCheck(undefined),
    send: (anonymous: boolean) => send(sendingOf(draft, anonymous)),
  };
}

// Named and unnamed are two contents: a try that broke off files neither twice.
function sendingOf(draft: ReportDraft, anonymous: boolean): Sending {
  return {
    key: draft.key + (anonymous ? "-unnamed" : ""),
    goods: { what: "report", body: reportOf(draft, anonymous) },
    title: anonymous ? "Báo tin ẩn danh" : "Báo tin",
    excerpt: whatIsShown(draft),
    back: { path: "/report", name: "report draft", text: JSON.stringify(draft) },
  };
}

/** A draft in a line. */
export const whatIsShown = ({ text, link, pictures }: ReportDraft) =>
  text.trim() || link.trim() || pictures.map(({ name }) => name).join(", ");

/** What is read before a report that cannot be looked at yet: the advice that needs no look stands in it. */
function withoutServer(form: ReportForm, { category }: ReportDraft): ReportCheck {
  const advice = category === "scam" ? [form.danger, form.victim, form.scam] : [form.danger];
  return {
    advice: advice.join("\n"),
    known: "Chưa có mạng nên chưa xem được nội dung này đã có kết luận hay chưa.",
    summary: "",
    missing: "",
    honest: form.honest,
    who: form.who,
    named: "Gửi, báo kết quả cho tôi",
    unnamed: "Gửi ẩn danh",
    unnamed_first: false,
  };
}
