import { Link, useParams } from "react-router-dom";
import { useSurroundings } from "../context";
import type { UnitCard } from "../types";
import { useLoad } from "../use-load";
import { Screen } from "../ui/screen";
import { StatementCard } from "../ui/statement-item";
import { Failed, Skeleton } from "../ui/states";

/** /units/CODE: who speaks for a unit, where it speaks itself, what it said last. */
export function UnitPage() {
  const { code = "" } = useParams();
  const { api } = useSurroundings();
  const [unit, retry] = useLoad("unit " + code, (signal) => api.unit(code, signal));
  return (
    <Screen title={unit.state === "done" ? unit.value.name : "Cơ quan"}>
      {unit.state === "loading" && <Skeleton cards={2} />}
      {unit.state === "failed" && <Failed failure={unit.failure} onRetry={retry} />}
      {unit.state === "done" && <Card unit={unit.value} />}
    </Screen>
  );
}

function Card({ unit }: { unit: UnitCard }) {
  return (
    <>
      <section className="card">
        <h2>Người phát ngôn</h2>
        {unit.speakers.length === 0 && <p className="hint">Chưa có trong danh bạ này.</p>}
        {unit.speakers.map(({ name, position }) => (
          <p key={name} className="speaker" data-testid="unit-speaker">
            <strong>{name}</strong>
            <span>{position}</span>
          </p>
        ))}
      </section>
      <section className="card">
        <h2>Kênh chính thức</h2>
        {unit.channels.length === 0 && <p className="hint">Chưa có trong danh bạ này.</p>}
        <dl className="facts-table">
          {unit.channels.map((channel) => (
            <div key={channel.address}>
              <dt>{channel.label}</dt>
              <dd>
                <Address {...channel} />
              </dd>
            </div>
          ))}
        </dl>
      </section>
      <Link
        className="link-button link-button-primary"
        to="/file"
        state={{ question: "", unit: unit.code, unitName: unit.name }}
      >
        Gửi yêu cầu tới đơn vị này
      </Link>
      <Latest code={unit.code} />
    </>
  );
}

function Address({ kind, address }: { kind: string; address: string }) {
  const { host } = useSurroundings();
  if (kind === "phone") return <a href={"tel:" + address.replace(/[^\d+]/g, "")}>{address}</a>;
  if (kind === "email") return <a href={"mailto:" + address}>{address}</a>;
  const url = /^https?:\/\//i.test(address) ? address : "https://" + address;
  return (
    <button type="button" className="link" onClick={() => host.open(url)}>
      {address}
    </button>
  );
}

function Latest({ code }: { code: string }) {
  const { api } = useSurroundings();
  const [page] = useLoad("latest of " + code, (signal) => api.statements({ unit: code, limit: 3 }, signal));
  if (page.state !== "done" || page.value.items.length === 0) return null;
  return (
    <section aria-labelledby="said" className="after">
      <h2 id="said">Phát ngôn mới nhất</h2>
      {page.value.items.map((item) => (
        <StatementCard key={item.code} item={item} />
      ))}
    </section>
  );
}
