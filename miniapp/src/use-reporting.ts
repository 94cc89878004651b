import { useState } from "react";
import { useSurroundings } from "./context";
import { asFailure, type Failure } from "./failure";
import type { ReportCheck, ReportReceipt } from "./types";
import { reportOf, type ReportDraft } from "./use-report-draft";

/** The way of a report to the server: checked, then sent named or not. */
export function useReporting(
  draft: ReportDraft,
  onFiled: (receipt: ReportReceipt, anonymous: boolean) => void,
) {
  const { api } = useSurroundings();
  const [check, setCheck] = useState<ReportCheck>();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();

  async function run<T>(call: () => Promise<T>, then: (value: T) => void) {
    if (busy) return;
    setBusy(true);
    setFailure(undefined);
    try {
      then(await call());
    } catch (error) {
      setFailure(asFailure(error));
    } finally {
      setBusy(false);
    }
  }

  return {
    check,
    busy,
    failure,
    review: () => run(() => api.checkReport(reportOf(draft)), setCheck),
    back: () => (setCheck(undefined), setFailure(undefined)),
    // Named and unnamed are two contents: a try that broke off files neither twice.
    send: (anonymous: boolean) =>
      run(
        () => api.report(reportOf(draft, anonymous), draft.key + (anonymous ? "-unnamed" : "")),
        (receipt) => onFiled(receipt, anonymous),
      ),
  };
}
