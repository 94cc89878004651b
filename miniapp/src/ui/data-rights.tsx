import { useState } from "react";
import { Button, Input } from "zmp-ui";
import { useSurroundings } from "../context";
import { day, moment } from "../dates";
import type { Claim, Kept } from "../types";
import { useAction } from "../use-action";
import { useLoad } from "../use-load";
import { Sheet } from "./sheet";

/** See what is kept, ask for a correction, and where earlier wishes stand. */
export function DataRights() {
  const { api } = useSurroundings();
  const [asking, setAsking] = useState(false);
  const [kept, setKept] = useState<Kept[]>();
  const [claims, again] = useLoad("claims", (signal) => api.claims(signal));
  const { run, busy, failure } = useAction(async (key: string) => {
    setKept((await api.claim("view", "", key)).kept);
    again();
  });
  return (
    <>
      <button
        type="button"
        className="link-button"
        disabled={busy}
        onClick={() => void run()}
        data-testid="data-view"
      >
        Xem dữ liệu của tôi
      </button>
      <button
        type="button"
        className="link-button"
        onClick={() => setAsking(true)}
        data-testid="data-correct"
      >
        Đề nghị sửa dữ liệu
      </button>
      {failure && <Failing text={failure.message} />}
      {kept && <KeptList kept={kept} />}
      {claims.state === "done" && <Claims claims={claims.value} />}
      {asking && <CorrectSheet onClose={() => setAsking(false)} onDone={again} />}
    </>
  );
}

function Failing({ text }: { text: string }) {
  return (
    <p className="notice notice-bad" role="alert" data-testid="failure">
      {text}
    </p>
  );
}

function KeptList({ kept }: { kept: Kept[] }) {
  return (
    <dl role="status" data-testid="data-kept">
      {kept.map(({ name, text }) => (
        <div key={name}>
          <dt>
            <strong>{name}</strong>
          </dt>
          <dd className="lines">{text}</dd>
        </div>
      ))}
    </dl>
  );
}

function Claims({ claims }: { claims: Claim[] }) {
  if (claims.length === 0) return null;
  return (
    <>
      <h3>Đề nghị của Anh/Chị</h3>
      {claims.map((claim) => (
        <article key={claim.code} data-testid="claim-item">
          <p className="meta">
            <strong>{claim.code}</strong>
            <span className={"tag tag-" + (claim.open ? "open" : "good")}>{claim.state}</span>
          </p>
          <p>
            {claim.name}, gửi {moment(claim.created_at)}.{" "}
            {claim.open && `Hạn thực hiện: ${day(claim.clock.due)} (${claim.clock.basis}).`}
          </p>
          {claim.news.map(({ at, text }) => (
            <p key={at} className="lines">
              {text}
            </p>
          ))}
          {claim.proof && <p className="hash">{claim.proof}</p>}
        </article>
      ))}
    </>
  );
}

const draft = "claim correct"; // a text that outlives closing

function CorrectSheet({ onClose, onDone }: { onClose: () => void; onDone: () => void }) {
  const { api, host } = useSurroundings();
  const [text, setText] = useState(() => host.storage.get(draft) ?? "");
  const { run, busy, failure } = useAction(async (key: string, said: string) => {
    await api.claim("correct", said, key);
    host.storage.remove(draft);
    onDone();
    onClose();
  });
  const type = (typed: string) => {
    setText(typed);
    host.storage.set(draft, typed);
  };
  return (
    <Sheet title="Đề nghị sửa dữ liệu" onClose={onClose}>
      <p>Cán bộ được giao đọc, sửa hoặc trả lời có căn cứ. Xin không ghi số giấy tờ.</p>
      <label htmlFor="correct-text">Thông tin nào chưa đúng, cần sửa thành gì?</label>
      <Input.TextArea
        id="correct-text"
        value={text}
        maxLength={1000}
        onChange={(event) => type(event.target.value)}
        data-testid="correct-text"
      />
      {failure && <Failing text={failure.message} />}
      <Button
        fullWidth
        loading={busy}
        disabled={text.trim() === ""}
        onClick={() => void run(text.trim())}
        data-testid="correct-send"
      >
        Gửi đề nghị
      </Button>
    </Sheet>
  );
}
