import { useSurroundings } from "../context";
import type { RequestAnswer, RequestRefusal } from "../types";
import { Banners } from "./banner";
import { Speaker } from "./speaker";
import { ChatLink } from "./where-answered";
import { Words } from "./words";

/** What a spokesperson answered, and what was left out of it by law. */
export function AnswerCard({ answer, url }: { answer: RequestAnswer; url: string }) {
  const { host } = useSurroundings();
  return (
    <section className="card quote-card" data-testid="request-answer">
      <h2>Trả lời chính thức</h2>
      <Banners sample={false} banner={answer.banner} tone={answer.text ? "warn" : "bad"} />
      {answer.text && <Words html={answer.text_html} quoted />}
      {answer.masked && (
        <p data-testid="masked">
          Phần không cung cấp: {answer.masked} <span className="hint">Căn cứ: {answer.masked_for}</span>
        </p>
      )}
      <Speaker name={answer.spokesperson} position={answer.position} unit={answer.unit} at={answer.at} />
      {url && (
        <button type="button" className="link-button" onClick={() => host.open(url)}>
          Xem bản công bố
        </button>
      )}
    </section>
  );
}

/** A refusal: its ground, what can be given instead, and what the person may do about it. */
export function RefusalCard({ refusal }: { refusal: RequestRefusal }) {
  return (
    <section className="card" data-testid="request-refusal">
      <h2>Đơn vị chưa cung cấp thông tin</h2>
      <p>{refusal.ground}</p>
      <p>Lý do: {refusal.reason}</p>
      <p className="hint">Căn cứ: {refusal.basis}</p>
      {refusal.instead && <p>Có thể cung cấp: {refusal.instead}</p>}
      <p className="hint">{refusal.complaint}</p>
    </section>
  );
}

/** The unit asks the person back; while it waits, the clock stands still. */
export function AskedBack({ question }: { question: string }) {
  return (
    <div className="notice notice-info" data-testid="asked-back">
      <p>Đơn vị cần Anh/Chị nói rõ thêm: “{question}”</p>
      <p>
        Thời hạn tạm dừng cho tới khi Anh/Chị trả lời, ở đây hoặc trong cuộc trò chuyện Zalo. <ChatLink />
      </p>
    </div>
  );
}
