import { useEffect, useRef, useState } from "react";
import { Link, useNavigate } from "react-router-dom";
import { useSurroundings } from "../context";
import { moment } from "../dates";
import type { Parcel } from "../outbox";
import { useParcels } from "../use-sending";
import { ProofLink } from "./report-receipt";

/** What is not at the server yet, or arrived while nobody looked; of path, or all. */
export function OutboxList({ path = "" }: { path?: string }) {
  const parcels = useParcels().filter(({ back }) => !path || back.path === path);
  if (parcels.length === 0) return null;
  return (
    <section aria-labelledby="outbox" data-testid="outbox">
      <h2 id="outbox">Chờ gửi</h2>
      {parcels.map((parcel) => (
        <ParcelCard key={parcel.key} parcel={parcel} />
      ))}
    </section>
  );
}

/** In place of a form whose content waits; again names what one can write anew. */
export function Waiting({
  parcelKey,
  again,
  onAgain,
}: {
  parcelKey: string;
  again: string;
  onAgain: () => void;
}) {
  const parcel = useParcels().find(({ key }) => key === parcelKey);
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => top.current?.focus(), []);
  return (
    <div ref={top} tabIndex={-1} data-testid="waiting">
      {parcel && <ParcelCard parcel={parcel} />}
      <p className="choices">
        <Link className="link-button" to="/requests">
          Xem trong “Của tôi”
        </Link>
        <button type="button" className="link-button" onClick={onAgain} data-testid="waiting-another">
          {again}
        </button>
      </p>
    </div>
  );
}

function ParcelCard({ parcel }: { parcel: Parcel }) {
  const going = useSurroundings().outbox.isGoing(parcel.key);
  const { tone, tag } = going ? onItsWay : looks[parcel.state];
  return (
    <article className="card" role="status" data-testid="parcel" data-state={going ? "going" : parcel.state}>
      <p className="meta">
        <span>{parcel.title}</span>
        <span className={"tag tag-" + tone}>{tag}</span>
      </p>
      <h3 className="clamp">{parcel.excerpt}</h3>
      {!going && <State parcel={parcel} />}
    </article>
  );
}

const onItsWay = { tone: "open", tag: "Đang gửi…" };
const looks: Readonly<Record<Parcel["state"], { tone: string; tag: string }>> = {
  waiting: { tone: "warn", tag: "Chưa gửi" },
  sent: { tone: "good", tag: "Đã gửi" },
  refused: { tone: "bad", tag: "Không được nhận" },
};

function State({ parcel }: { parcel: Parcel }) {
  switch (parcel.state) {
    case "waiting":
      return <Waits parcel={parcel} />;
    case "refused":
      return (
        <>
          <p className="problem">{parcel.why} Nội dung Anh/Chị viết được giữ nguyên.</p>
          <p className="choices">
            <TakeBack parcel={parcel} label="Sửa rồi gửi lại" />
          </p>
        </>
      );
    case "sent":
      return <Arrived parcel={parcel} />;
  }
}

function Waits({ parcel }: { parcel: Parcel }) {
  const { outbox } = useSurroundings();
  return (
    <>
      <p>
        <strong data-testid="parcel-promise">{promises[parcel.cause]}</strong>{" "}
        {parcel.cause !== "offline" && parcel.why}
      </p>
      <p className="hint">
        Nội dung nằm trên máy này; ứng dụng tự gửi trong lúc đang mở. Thời hạn xử lý tính từ khi hệ thống nhận
        được.
        {parcel.tried && " Lần gửi trước có thể đã tới nơi; gửi lại không tạo thành hai."}
      </p>
      <p className="choices">
        <button
          type="button"
          className="link-button link-button-primary"
          onClick={() => void outbox.flush()}
          data-testid="parcel-now"
        >
          {parcel.cause === "login" ? "Đăng nhập và gửi" : "Gửi ngay"}
        </button>
        <TakeBack parcel={parcel} label="Lấy lại, chưa gửi" />
      </p>
    </>
  );
}

const promises: Readonly<Record<Parcel["cause"], string>> = {
  "": "Đã lưu, sẽ gửi.",
  offline: "Đã lưu, sẽ gửi khi có mạng.",
  login: "Đã lưu, chờ Anh/Chị đăng nhập.",
  server: "Đã lưu, sẽ gửi lại.",
};

/** Back to its form; a draft that stands there is not thrown away for it. */
function TakeBack({ parcel: { key, back }, label }: { parcel: Parcel; label: string }) {
  const { outbox, host } = useSurroundings();
  const [taken, setTaken] = useState(false);
  const navigate = useNavigate();
  const takeBack = () => {
    if (!isBlank(host.storage.get(back.name) ?? "")) return setTaken(true);
    host.storage.set(back.name, back.text);
    outbox.remove(key);
    navigate(back.path, { state: null });
  };
  return (
    <>
      <button type="button" className="link-button" onClick={takeBack} data-testid="parcel-back">
        {label}
      </button>
      {taken && (
        <span className="problem" role="alert">
          Anh/Chị đang viết dở một nội dung khác ở biểu mẫu đó. Gửi hoặc xóa nội dung ấy trước.
        </span>
      )}
    </>
  );
}

/** Whether a kept draft, its fields or its text, holds nothing that somebody wrote. */
function isBlank(text: string): boolean {
  try {
    const fields = Object.entries(JSON.parse(text) as Record<string, unknown>);
    return fields.every(([name, value]) => name === "key" || String(value ?? "").trim() === "");
  } catch {
    return text.trim() === "";
  }
}

function Arrived({ parcel: { key, goods, receipt } }: { parcel: Parcel }) {
  const { outbox } = useSurroundings();
  const unnamed = goods.what === "report" && goods.body.anonymous;
  return (
    <>
      <p>
        Hệ thống đã nhận: <strong className="code-inline">{receipt?.code}</strong>
        {receipt && "due" in receipt && receipt.due && <>. Hạn xử lý: {moment(receipt.due)}</>}
      </p>
      <div className="choices">
        {receipt && !unnamed && (
          <Link className="link-button" to={pathOf(receipt)} onClick={() => outbox.remove(key)}>
            Theo dõi
          </Link>
        )}
        {receipt && "proof_url" in receipt && <ProofLink url={receipt.proof_url} onlyWay={!!unnamed} />}
        <button
          type="button"
          className="link-button"
          onClick={() => outbox.remove(key)}
          data-testid="parcel-seen"
        >
          Đã xem
        </button>
      </div>
    </>
  );
}

const pathOf = (receipt: NonNullable<Parcel["receipt"]>) =>
  "id" in receipt ? "/reports/" + receipt.id : "/requests/" + encodeURIComponent(receipt.code);
