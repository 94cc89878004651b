import { Link } from "react-router-dom";
import { useSurroundings } from "../context";
import type { RequestItem } from "../types";
import { useLoad } from "../use-load";
import { DueLine, StateTag } from "../ui/request-state";
import { Screen } from "../ui/screen";
import { Empty, Failed, Skeleton } from "../ui/states";

export function RequestsPage() {
  const { api } = useSurroundings();
  const [requests, retry] = useLoad("requests", (signal) => api.requests(signal));
  return (
    <Screen title="Yêu cầu của tôi" tab>
      {requests.state === "loading" && <Skeleton cards={3} />}
      {requests.state === "failed" && <Failed failure={requests.failure} onRetry={retry} />}
      {requests.state === "done" && <Requests items={requests.value} />}
    </Screen>
  );
}

function Requests({ items }: { items: RequestItem[] }) {
  if (items.length === 0) {
    return (
      <Empty>
        <p>Anh/Chị chưa gửi yêu cầu nào.</p>
        <Link className="link-button" to="/file">
          Gửi yêu cầu
        </Link>
      </Empty>
    );
  }
  return (
    <>
      <h2 className="unseen">Đã gửi</h2>
      {items.map((item) => (
        <RequestCard key={item.code} item={item} />
      ))}
    </>
  );
}

function RequestCard({ item }: { item: RequestItem }) {
  return (
    <Link
      className="card card-link"
      to={"/requests/" + encodeURIComponent(item.code)}
      data-testid="request-item"
    >
      <p className="meta">
        <span>{item.code}</span>
        <StateTag item={item} />
      </p>
      <h3 className="clamp">{item.question}</h3>
      <p className="hint">{item.unit_name}</p>
      <DueLine item={item} />
    </Link>
  );
}
