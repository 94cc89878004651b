import { Link } from "react-router-dom";
import { useSurroundings } from "../context";
import type { ReportItem, RequestItem } from "../types";
import { useLoad, type Load } from "../use-load";
import { FoundLine, ReportTag, whatWasSeen } from "../ui/report-state";
import { RequestCard } from "../ui/request-item";
import { OutboxList } from "../ui/outbox-list";
import { Screen } from "../ui/screen";
import { Empty, Failed, Skeleton } from "../ui/states";

/** What the person sent: requests and reports of false content, the newest first. */
export function RequestsPage() {
  const { api } = useSurroundings();
  const [requests, retryRequests] = useLoad("requests", (signal) => api.requests(signal));
  const [reports, retryReports] = useLoad("reports", (signal) => api.reports(signal));
  const both = [requests, reports];
  const failed = both.find((load) => load.state === "failed");
  const retry = () => {
    if (requests.state === "failed") retryRequests();
    if (reports.state === "failed") retryReports();
  };
  return (
    <Screen title="Yêu cầu của tôi" tab>
      <OutboxList />
      {failed?.state === "failed" && <Failed failure={failed.failure} onRetry={retry} />}
      {both.some(({ state }) => state === "loading") ? (
        <Skeleton cards={3} />
      ) : (
        <Matters requests={found(requests)} reports={found(reports)} whole={!failed} />
      )}
      <Link className="link-button" to="/press" data-testid="press-link">
        Thẻ phóng viên
      </Link>
    </Screen>
  );
}

const found = <T,>(load: Load<T[]>): T[] => (load.state === "done" ? load.value : []);

interface Props {
  requests: RequestItem[];
  reports: ReportItem[];
  whole: boolean; // nothing is missing: an empty list is empty
}

function Matters({ requests, reports, whole }: Props) {
  if (requests.length + reports.length === 0) {
    return whole ? (
      <Empty>
        <p>Anh/Chị chưa gửi yêu cầu nào.</p>
        <Link className="link-button" to="/file">
          Gửi yêu cầu
        </Link>{" "}
        <Link className="link-button" to="/report">
          Báo tin giả
        </Link>
      </Empty>
    ) : null;
  }
  const cards = [
    ...requests.map((item) => ({ at: item.created_at, card: <RequestCard key={item.code} item={item} /> })),
    ...reports.map((item) => ({ at: item.created_at, card: <ReportCard key={item.id} item={item} /> })),
  ].sort((a, b) => Date.parse(b.at) - Date.parse(a.at)); // stable: each list is in order already
  return (
    <>
      <h2 className="unseen">Đã gửi</h2>
      {cards.map(({ card }) => card)}
    </>
  );
}

function ReportCard({ item }: { item: ReportItem }) {
  return (
    <Link className="card card-link" to={"/reports/" + encodeURIComponent(item.id)} data-testid="report-item">
      <p className="meta">
        <span>{item.code} – báo tin</span>
        <ReportTag item={item} />
      </p>
      <h3 className="clamp">{whatWasSeen(item)}</h3>
      <FoundLine item={item} />
    </Link>
  );
}
