import { useState, type FormEvent } from "react";
import { Link, useLocation, useNavigate, useSearchParams } from "react-router-dom";
import { Button, Input } from "zmp-ui";
import { moment } from "../dates";
import type { Sending } from "../outbox";
import { provinceOffice, type RequestItem } from "../types";
import { useDraft, type Draft, type Prefill } from "../use-draft";
import { useSending } from "../use-sending";
import { FollowLink } from "../ui/follow-link";
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
  const submit = (event: FormEvent) => {
    event.preventDefault();
    keep(); // whatever happens next, the text is safe
    void send(sendingOf(draft));
  };
  return (
    <form className="form" onSubmit={submit} noValidate>
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
      <RequestFields draft={draft} change={change} failure={failure} />
      <NextSteps />
      {failure && (
        <p className="notice notice-bad" role="alert" data-testid="failure">
          {failure.message} Nội dung Anh/Chị viết được giữ nguyên.
        </p>
      )}
      <Button htmlType="submit" fullWidth loading={busy} data-testid="request-submit">
        {failure ? "Gửi lại" : "Gửi yêu cầu"}
      </Button>
    </form>
  );
}

function sendingOf(draft: Draft): Sending {
  const question = draft.question.trim();
  const wanted = draft.wanted ? draft.wanted + ":00+07:00" : "";
  const body = { question, unit: draft.unit || provinceOffice, ...(wanted && { wanted }), ...beside(draft) };
  return {
    key: draft.key,
    goods: { what: "request", body },
    title: "Yêu cầu cung cấp thông tin",
    excerpt: question,
    back: { path: "/file", name: "draft", text: JSON.stringify(draft) },
  };
}

interface FieldProps {
  draft: Draft;
  change: (changes: Partial<Draft>) => void;
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
