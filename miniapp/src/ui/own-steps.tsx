import { useRef, useState } from "react";
import { Button, Input } from "zmp-ui";
import { useSurroundings } from "../context";
import type { Sending } from "../outbox";
import type { OwnStep, RequestDetail } from "../types";
import { newKey } from "../use-draft";
import { useSending } from "../use-sending";
import { OutboxList } from "./outbox-list";
import { Sheet } from "./sheet";

interface Props {
  request: RequestDetail;
  onDone: () => void; // the request is not any more what it was
}

interface Choice {
  step: OwnStep;
  label: string;
  explains: string;
  asks?: string; // what is to be written
  least?: boolean; // a step of last resort
}

/** What the person who asked may do now: answer, add, withdraw, say that it does not answer. */
export function OwnSteps({ request, onDone }: Props) {
  const [open, setOpen] = useState<Choice>();
  const all = choices(request);
  const waits = <OutboxList path={"/requests/" + encodeURIComponent(request.code)} />;
  if (all.length === 0) return waits;
  return (
    <section className="own-steps" aria-label="Việc Anh/Chị có thể làm">
      {all.map((choice) => (
        <button
          key={choice.label}
          type="button"
          className={choice.least ? "link-button link-button-quiet" : "link-button"}
          data-testid={"step-" + choice.step.action}
          onClick={() => setOpen(choice)}
        >
          {choice.label}
        </button>
      ))}
      {waits}
      {open && (
        <StepSheet code={request.code} choice={open} onClose={() => setOpen(undefined)} onDone={onDone} />
      )}
    </section>
  );
}

function choices(request: RequestDetail): Choice[] {
  const asked = request.parts.some(({ asked_back }) => asked_back);
  const disputed = request.parts.filter(({ may_dispute }) => may_dispute);
  const able: Record<RequestDetail["may"][number], Choice> = {
    add: {
      step: { action: "add" },
      label: asked ? "Trả lời đơn vị" : "Bổ sung",
      explains: asked
        ? "Anh/Chị trả lời xong, thời hạn của đơn vị chạy tiếp."
        : "Nội dung bổ sung được chuyển cho đơn vị đang xử lý.",
      asks: asked ? "Trả lời của Anh/Chị" : "Nội dung bổ sung",
    },
    withdraw: {
      step: { action: "withdraw" },
      label: "Rút yêu cầu",
      explains: "Đơn vị dừng xử lý các phần chưa có kết quả. Bước này không hoàn lại được.",
      least: true,
    },
    together: {
      step: { action: "together" },
      label: "Nhận một lần khi đủ các phần",
      explains: "Các phần đã có kết quả được giữ lại, gửi cùng lúc khi phần cuối xong.",
    },
    apart: {
      step: { action: "apart" },
      label: "Nhận từng phần ngay khi có",
      explains: "Mỗi phần được gửi ngay khi đơn vị trả lời.",
    },
  };
  return [
    ...request.may.map((action) => able[action]),
    ...disputed.map(({ number }): Choice => ({
      step: { action: "dispute", part: number },
      label: "Chưa trả lời đúng" + (request.parts.length > 1 ? ` (phần ${number})` : ""),
      explains: "Câu hỏi được trả lời lại bởi người khác, với thời hạn mới. Mỗi phần chỉ báo được một lần.",
      asks: "Điều chưa được trả lời đúng",
    })),
  ];
}

/** One key for one text, so that what is sent again is taken once. */
function useKeyOf(text: string) {
  const made = useRef({ text, key: "" });
  return () => {
    if (made.current.text !== text || !made.current.key) made.current = { text, key: newKey() };
    return made.current.key;
  };
}

interface StepSheetProps {
  code: string;
  choice: Choice;
  onClose: () => void;
  onDone: () => void;
}

function StepSheet({ code, choice, onClose, onDone }: StepSheetProps) {
  const { storage } = useSurroundings().host;
  const kept = `step ${code} ${choice.step.action}`; // a text that outlives closing
  const [text, setText] = useState(() => storage.get(kept) ?? "");
  const key = useKeyOf(text);
  const done = () => {
    storage.remove(kept);
    onClose();
    onDone();
  };
  const { send, busy, failure } = useSending(done, done);
  const type = (typed: string) => {
    setText(typed);
    storage.set(kept, typed);
  };
  const ready = !choice.asks || text.trim() !== "";
  const sending = (): Sending => ({
    key: key(),
    goods: { what: "step", code, body: { ...choice.step, ...(choice.asks && { text: text.trim() }) } },
    title: `${choice.label}, ${code}`,
    excerpt: text.trim(),
    back: { path: "/requests/" + encodeURIComponent(code), name: kept, text },
  });
  return (
    <Sheet title={choice.label} onClose={onClose}>
      <p className="hint">{choice.explains}</p>
      {choice.asks && (
        <div className="field">
          <label htmlFor="step-text">{choice.asks}</label>
          <Input.TextArea
            id="step-text"
            value={text}
            onChange={(event) => type(event.target.value)}
            maxLength={2000}
            rows={4}
            data-testid="step-text"
          />
        </div>
      )}
      {failure && (
        <p className="notice notice-bad" role="alert" data-testid="failure">
          {failure.message} Nội dung Anh/Chị viết được giữ nguyên.
        </p>
      )}
      <Button
        fullWidth
        loading={busy}
        disabled={!ready}
        onClick={() => void send(sending())}
        data-testid="step-send"
      >
        {failure ? "Gửi lại" : choice.least ? "Đúng, " + choice.label.toLowerCase() : "Gửi"}
      </Button>
    </Sheet>
  );
}
