import { useSurroundings } from "../context";
import type { Failure } from "../failure";
import type { Filing } from "../types";
import type { ChangeDraft, Draft } from "../use-draft";
import { useLoad } from "../use-load";
import { FileField } from "./file-field";

interface Props {
  draft: Draft;
  change: ChangeDraft;
  failure: Failure | undefined;
}

interface FieldsProps extends Props {
  onBusy: (busy: boolean) => void; // files are on their way
}

/** What of a draft goes beside its question, as far as it was filled in. */
export function beside({ kind, residence, concern, consent, urgent }: Draft): Partial<Filing> {
  return {
    ...(kind && { kind }),
    ...(residence.trim() && { residence: residence.trim() }),
    ...(concern.trim() && { concern: concern.trim() }),
    ...(consent.trim() && { consent: consent.trim() }),
    ...(urgent && { urgent }),
  };
}

/** Until the server has said what it takes: what was chosen before can be taken away. */
const unknown = { press: false, kinds: [], most_files: 0, most_bytes: 0 };

/** Of which kind the request is, and what the law, or the newsroom, says beside the question. */
export function RequestFields({ draft, change, failure, onBusy }: FieldsProps) {
  const { api } = useSurroundings();
  const [form] = useLoad("request-form", (signal) => api.requestForm(signal));
  const { press, kinds, most_files, most_bytes } = form.state === "done" ? form.value : unknown;
  const chosen = kinds.find(({ code }) => code === draft.kind);
  return (
    <>
      {(most_files > 0 || draft.files.length > 0) && (
        <FileField
          most={most_files}
          mostBytes={most_bytes}
          draft={draft}
          change={change}
          error={failure?.fields["files"]}
          onBusy={onBusy}
        />
      )}
      {kinds.length > 0 && (
        <div className="field">
          <label htmlFor="kind">Loại yêu cầu</label>
          <select
            id="kind"
            className="select"
            value={draft.kind}
            onChange={({ target }) => change({ kind: target.value })}
            data-testid="request-kind"
          >
            <option value="">Tự nhận theo nội dung</option>
            {kinds.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
          <p className={failure?.fields["kind"] ? "problem" : "hint"}>
            {failure?.fields["kind"] || (chosen?.asks ?? "Đơn vị đổi được loại và báo Anh/Chị lý do.")}
          </p>
        </div>
      )}
      {press ? (
        <Newsroom draft={draft} change={change} failure={failure} />
      ) : (
        <Citizen draft={draft} change={change} failure={failure} />
      )}
    </>
  );
}

const citizens: readonly ["residence" | "concern" | "consent", string, string][] = [
  [
    "residence",
    "Nơi cư trú",
    "Xã, phường cung cấp thông tin mình tạo ra cho người cư trú trên địa bàn (Điều 10).",
  ],
  ["concern", "Liên quan trực tiếp thế nào", "Nếu Anh/Chị không cư trú ở đó."],
  [
    "consent",
    "Văn bản đồng ý",
    "Với thông tin của người, doanh nghiệp khác: văn bản của ai, ngày nào (Điều 16).",
  ],
];

function Citizen({ draft, change, failure }: Props) {
  const open = citizens.some(([name]) => draft[name] || failure?.fields[name]);
  return (
    <details open={open} data-testid="request-law">
      <summary>Nơi cư trú, liên quan, văn bản đồng ý</summary>
      {citizens.map(([name, label, hint]) => (
        <div key={name} className="field">
          <label htmlFor={name}>{label}</label>
          <input
            id={name}
            className="moment-input"
            value={draft[name]}
            maxLength={300}
            onChange={({ target }) => change({ [name]: target.value })}
            aria-describedby={name + "-note"}
            data-testid={"request-" + name}
          />
          <p id={name + "-note"} className={failure?.fields[name] ? "problem" : "hint"}>
            {failure?.fields[name] || hint}
          </p>
        </div>
      ))}
    </details>
  );
}

/** Only a reporter's newsroom has a deadline of its own. */
function Newsroom({ draft, change, failure }: Props) {
  const error = failure?.fields["wanted"];
  return (
    <details open={!!draft.wanted || draft.urgent || !!error} data-testid="request-press">
      <summary>Phóng viên: thời hạn của tòa soạn</summary>
      <div className="field">
        <label htmlFor="wanted">Cần trả lời trước</label>
        <input
          id="wanted"
          className="moment-input"
          type="datetime-local"
          value={draft.wanted}
          onChange={({ target }) => change({ wanted: target.value })}
          aria-invalid={!!error}
          aria-describedby="wanted-note"
          data-testid="request-wanted"
        />
        <p id="wanted-note" className={error ? "problem" : "hint"}>
          {error || "Đơn vị thấy mốc này bên cạnh hạn xử lý; hạn xử lý vẫn theo quy định."}
        </p>
        <label className="radio">
          <input
            type="checkbox"
            checked={draft.urgent}
            onChange={({ target }) => change({ urgent: target.checked })}
            data-testid="request-urgent"
          />
          Khẩn
        </label>
      </div>
    </details>
  );
}
