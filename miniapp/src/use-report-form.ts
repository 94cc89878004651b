import { useSurroundings } from "./context";
import { asFailure } from "./failure";
import type { Storage } from "./host";
import type { ReportForm } from "./types";
import { useLoad } from "./use-load";

const kept = "report form";

/** What the form says and offers; without a network as it was last seen. */
export function useReportForm() {
  const { api, host } = useSurroundings();
  return useLoad("report form", async (signal) => {
    try {
      const form = await api.reportForm(signal);
      host.storage.set(kept, JSON.stringify(form));
      return form;
    } catch (error) {
      const last = asFailure(error).kind === "offline" && lastSeen(host.storage);
      if (!last) throw error;
      return last;
    }
  });
}

function lastSeen(storage: Storage): ReportForm | undefined {
  try {
    return (JSON.parse(storage.get(kept) ?? "null") as ReportForm | null) ?? undefined;
  } catch {
    return undefined;
  }
}
