import { useSurroundings } from "../context";
import { moment } from "../dates";
import type { Told } from "../types";
import { useLoad } from "../use-load";
import { Screen } from "../ui/screen";
import { Empty, Failed, Skeleton } from "../ui/states";

const fates: Readonly<Record<Told["fate"], [string, string]>> = {
  kept: ["warn", "Chưa tới Anh/Chị qua Zalo"],
  waiting: ["open", "Đang chờ gửi qua Zalo"],
  sent: ["good", "Zalo đã nhận"],
};

/** /notices: what the person was told, and what Zalo did not bring them. */
export function NoticesPage() {
  const { api } = useSurroundings();
  const [told, retry] = useLoad("notices", (signal) => api.notices(signal));
  return (
    <Screen title="Thông báo">
      {told.state === "loading" && <Skeleton cards={3} />}
      {told.state === "failed" && <Failed failure={told.failure} onRetry={retry} />}
      {told.state === "done" && <List told={told.value} />}
    </Screen>
  );
}

function List({ told }: { told: Told[] }) {
  if (told.length === 0) return <Empty>Chưa có thông báo nào trong những ngày gần đây.</Empty>;
  return told.map(({ at, text, fate }, n) => (
    <article key={n} className="card" data-testid="notice-item">
      <p className="meta">
        <time dateTime={at}>{moment(at)}</time>
        <span className={"tag tag-" + fates[fate][0]} data-testid="notice-fate">
          {fates[fate][1]}
        </span>
      </p>
      <p className="lines">{text}</p>
    </article>
  ));
}
