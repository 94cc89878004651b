import { useState, type FormEvent } from "react";
import { Link, useLocation, useNavigate, useSearchParams } from "react-router-dom";
import { Button, Input } from "zmp-ui";
import { moment } from "../dates";
import type { Sending } from "../outbox";
import { provinceOffice, type Guard, type RequestItem } from "../types";
import { useDraft, type ChangeDraft, type Draft, type Prefill } from "../use-draft";
import { useGuard } from "../use-guard";
import { useSending } from "../use-sending";
import { FollowLink } from "../ui/follow-link";
import { GuardCard } from "../ui/guard-card";
import { CheckIcon, ChevronIcon } from "../ui/icons";
import { Waiting } from "../ui/outbox-list";
import { Screen } from "../ui/screen";
import { beside, RequestFields } from "../ui/request-fields";
import { UnitPicker } from "../ui/unit-picker";
import { WhereAnswered } from "../ui/where-answered";

const limits = { least: 5, most: 4_000 }; // characters, the server's rule
const unknownUnit = "Chưa rõ – Văn phòng UBND tỉnh chuyển giúp";

/** /file[?question=TEXT], or opened with a Prefill by a refused answer. */
export function FilePage() {
  const prefill = usePrefill();
  const [filed, setFiled] = useState<RequestItem>();
  const navigate = useNavigate();
  const [waiting, setWaiting] = useState("");
  const another = () => {
    navigate("/file", { replace: true }); // without what the last one was prefilled with
    setFiled(undefined);
    setWaiting("");
  };
  return (
    <Screen title="Gửi yêu cầu cung cấp thông tin" tab>
      {filed && <Filed request={filed} onAnother={another} />}
      {waiting && <Waiting parcelKey={waiting} again="Gửi yêu cầu khác" onAgain={another} />}
      {!filed && !waiting && <Form prefill={prefill} onFiled={setFiled} onWaiting={setWaiting} />}
    </Screen>
  );
}

function usePrefill(): Prefill | null {
  const [query] = useSearchParams();
  const state = useLocation().state as Prefill | null;
  const question = query.get("question");
  return state ?? (question ? { question } : null);
}

interface FormProps {
  prefill: Prefill | null;
  onFiled: (request: RequestItem) => void;
  onWaiting: (key: string) => void;
}

function Form({ prefill, onFiled, onWaiting }: FormProps) {
  const { draft, change, older, restoreOlder, keep, filed } = useDraft(prefill);
  const { send, busy, failure } = useSending<RequestItem>(
    (request) => (filed(), onFiled(request)),
    (key) => (filed(), onWaiting(key)),
  );
  const guard = useGuard();
  const question = draft.question.trim();
  const unit = draft.unit || provinceOffice;
  const found = guard.of(question, unit);
  const [uploading, setUploading] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (uploading) return;
    keep(); // whatever happens next, the text is safe
    if (await guard.look(question, unit)) await send(sendingOf(draft));
  };
  return (
    <form className="form" onSubmit={(event) => void submit(event)} noValidate>
      {older && (
        <p className="notice notice-info">
          Anh/Chị có một yêu cầu viết dở: “{older.question.slice(0, 60)}…”{" "}
          <button type="button" className="link" onClick={restoreOlder}>
            Mở lại
          </button>
        </p>
      )}
      <QuestionField draft={draft} change={change} error={failure?.fields["question"]} />
      <UnitField draft={draft} change={change} error={failure?.fields["unit"]} />
      <RequestFields draft={draft} change={change} failure={failure} onBusy={setUploading} />
      <NextSteps />
      {found && <GuardCard guard={found} busy={busy} onFollow={() => void send(sendingOf(draft, true))} />}
      {failure && (
        <p className="notice notice-bad" role="alert" data-testid="failure">
          {failure.message} Nội dung Anh/Chị viết được giữ nguyên.
        </p>
      )}
      <Button
        htmlType="submit"
        fullWidth
        loading={busy || guard.busy}
        disabled={uploading}
        data-testid="request-submit"
      >
        {submitLabel(!!failure, found)}
      </Button>
      {uploading && (
        <p className="hint">Gửi được khi các tệp đã tải lên xong, hoặc đã bỏ tệp chưa gửi được.</p>
      )}
    </form>
  );
}

function submitLabel(failed: boolean, found: Guard | undefined): string {
  if (!found) return failed ? "Gửi lại" : "Gửi yêu cầu";
  return found.alike ? "Vẫn gửi riêng" : "Vẫn gửi yêu cầu";
}

// To follow another's request and to send one's own are two contents: neither is taken for the other.
function sendingOf(draft: Draft, follow = false): Sending {
  const question = draft.question.trim();
  const wanted = draft.wanted ? draft.wanted + ":00+07:00" : "";
  const files = draft.files.map(({ sha256 }) => sha256);
  const body = {
    question,
    unit: draft.unit || provinceOffice,
    ...(wanted && { wanted }),
    ...beside(draft),
    ...(files.length > 0 && { files }),
    ...(follow && { follow }),
  };
  return {
    key: draft.key + (follow ? "-follow" : ""),
    goods: { what: "request", body },
    title: "Yêu cầu cung cấp thông tin",
    excerpt: question,
    back: { path: "/file", name: "draft", text: JSON.stringify(draft) },
  };
}

interface FieldProps {
  draft: Draft;
  change: ChangeDraft;
  error: string | undefined;
}

function QuestionField({ draft, change, error }: FieldProps) {
  const [left, setLeft] = useState(false);
  const { length } = draft.question.trim();
  const problem =
    error ?? (left && length < limits.least ? "Anh/Chị viết rõ câu hỏi giúp, ít nhất 5 ký tự." : "");
  return (
    <div className="field">
      <label htmlFor="question">Anh/Chị cần biết điều gì?</label>
      <Input.TextArea
        id="question"
        value={draft.question}
        onChange={(event) => change({ question: event.target.value })}
        onBlur={() => setLeft(true)}
        maxLength={limits.most}
        rows={5}
        placeholder="Nêu rõ sự việc, địa điểm, thời gian…"
        aria-invalid={!!problem}
        aria-describedby="question-problem"
        data-testid="request-question"
      />
      <p id="question-problem" className={problem ? "problem" : "hint"}>
        {problem || "Không ghi số điện thoại, số căn cước. Kênh này không nhận đơn tố cáo."}
      </p>
    </div>
  );
}

function UnitField({ draft, change, error }: FieldProps) {
  const [picking, setPicking] = useState(false);
  return (
    <div className="field">
      <span id="unit-label" className="label">
        Đơn vị trả lời
      </span>
      <button
        type="button"
        className="select"
        aria-labelledby="unit-label unit-value"
        data-testid="request-unit"
        onClick={() => setPicking(true)}
      >
        <span id="unit-value">{draft.unitName || unknownUnit}</span>
        <ChevronIcon />
      </button>
      {error && <p className="problem">{error}</p>}
      {picking && (
        <UnitPicker
          none={unknownUnit}
          onClose={() => setPicking(false)}
          onPick={(unit) => {
            setPicking(false);
            change({ unit: unit?.code ?? "", unitName: unit?.name ?? "" });
          }}
        />
      )}
    </div>
  );
}

function NextSteps() {
  return (
    <ol className="steps" aria-label="Các bước tiếp theo">
      <li>Gửi xong, Anh/Chị nhận mã yêu cầu và hạn xử lý.</li>
      <li>Đơn vị phụ trách soạn trả lời; người phát ngôn phê duyệt.</li>
      <li>
        <WhereAnswered />
      </li>
    </ol>
  );
}

function Filed({ request, onAnother }: { request: RequestItem; onAnother: () => void }) {
  return (
    <div className="card done" role="status">
      <span className="done-mark">
        <CheckIcon />
      </span>
      <h2>Đã tiếp nhận yêu cầu</h2>
      <p className="code" data-testid="request-code">
        {request.code}
      </p>
      <p>
        {request.kind && (
          <>
            Loại: {request.kind}
            <br />
          </>
        )}
        {request.wanted && (
          <>
            Tòa soạn cần trước: {moment(request.wanted)}
            <br />
          </>
        )}
        Đơn vị trả lời: {request.unit_name}
        <br />
        Hạn xử lý: <strong>{moment(request.due)}</strong>
      </p>
      {request.followed && (
        <p data-testid="request-followed">
          Anh/Chị theo dõi yêu cầu tương tự đang được xử lý: có câu trả lời thì Anh/Chị nhận cùng lúc, cùng
          nội dung. Nếu câu trả lời kia không dùng chung được, câu hỏi của Anh/Chị vẫn được trả lời riêng.
        </p>
      )}
      <p className="hint">
        <WhereAnswered />
      </p>
      <Link
        className="link-button link-button-primary"
        to={"/requests/" + encodeURIComponent(request.code)}
        replace
      >
        Theo dõi yêu cầu
      </Link>
      <FollowLink url={request.follow_url} />
      <button type="button" className="link-button" onClick={onAnother} data-testid="request-another">
        Gửi yêu cầu khác
      </button>
    </div>
  );
}
