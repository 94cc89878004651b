import { useParams } from "react-router-dom";
import { useSurroundings } from "../context";
import { moment, skipped, weekday } from "../dates";
import type { Clock, RequestDetail } from "../types";
import { useLoad } from "../use-load";
import { Banners } from "../ui/banner";
import { DueLine, StateTag } from "../ui/request-state";
import { Speaker } from "../ui/speaker";
import { Screen } from "../ui/screen";
import { Failed, Skeleton } from "../ui/states";
import { ChatLink } from "../ui/where-answered";
import { Words } from "../ui/words";

export function RequestPage() {
  const { code = "" } = useParams();
  const { api } = useSurroundings();
  const [request, retry] = useLoad("request " + code, (signal) => api.request(code, signal));
  return (
    <Screen title={"Yêu cầu " + code}>
      {request.state === "loading" && <Skeleton cards={2} />}
      {request.state === "failed" && <Failed failure={request.failure} onRetry={retry} />}
      {request.state === "done" && <Detail request={request.value} />}
    </Screen>
  );
}

function Detail({ request }: { request: RequestDetail }) {
  const { answer, refusal, clock } = request;
  return (
    <>
      <section className="card">
        <p className="meta">
          <span>Gửi {moment(request.created_at)}</span>
          <StateTag item={request} />
        </p>
        <h2 className="question">{request.question}</h2>
        <p className="hint">{request.unit_name}</p>
        <DueLine item={request} />
      </section>
      {answer && <AnswerCard answer={answer} url={request.statement_url} />}
      {refusal && <RefusalCard refusal={refusal} />}
      {request.delivery && <DeliveryNote delivery={request.delivery} />}
      {clock && <ClockCard clock={clock} />}
    </>
  );
}

function AnswerCard({ answer, url }: { answer: NonNullable<RequestDetail["answer"]>; url: string }) {
  const { host } = useSurroundings();
  return (
    <section className="card quote-card" data-testid="request-answer">
      <h2>Trả lời chính thức</h2>
      <Banners sample={false} banner={answer.banner} tone={answer.text ? "warn" : "bad"} />
      {answer.text && <Words html={answer.text_html} quoted />}
      <Speaker name={answer.spokesperson} position={answer.position} unit={answer.unit} at={answer.at} />
      {url && (
        <button type="button" className="link-button" onClick={() => host.open(url)}>
          Xem bản công bố
        </button>
      )}
    </section>
  );
}

/** How the answer fares in Zalo, and what the person can do to have it there. */
function DeliveryNote({ delivery }: { delivery: NonNullable<RequestDetail["delivery"]> }) {
  const owed = delivery.state === "waiting" || delivery.state === "unreachable";
  return (
    <p className="notice notice-info">
      <span data-testid="delivery">{delivery.text}</span> {owed && <ChatLink />}
    </p>
  );
}

function RefusalCard({ refusal }: { refusal: NonNullable<RequestDetail["refusal"]> }) {
  return (
    <section className="card" data-testid="request-refusal">
      <h2>Đơn vị chưa cung cấp thông tin</h2>
      <p>{refusal.ground}</p>
      <p>Lý do: {refusal.reason}</p>
      <p className="hint">Căn cứ: {refusal.basis}</p>
    </section>
  );
}

/** How the deadline came about, day by day, so that anyone can check it. */
function ClockCard({ clock }: { clock: Clock }) {
  return (
    <details className="card clock">
      <summary>Hạn xử lý được tính thế nào?</summary>
      <dl className="facts-table">
        <div>
          <dt>Căn cứ</dt>
          <dd>{clock.basis}</dd>
        </div>
        <div>
          <dt>Tính từ</dt>
          <dd>{moment(clock.start)}</dd>
        </div>
        <div>
          <dt>Hạn xử lý</dt>
          <dd>{moment(clock.due)}</dd>
        </div>
        {clock.counted.length > 0 && (
          <div>
            <dt>Ngày được tính</dt>
            <dd>{clock.counted.map(weekday).join(", ")}</dd>
          </div>
        )}
        {clock.skipped.length > 0 && (
          <div>
            <dt>Ngày không tính</dt>
            <dd>
              {clock.skipped.map(({ date, reason }) => (
                <span key={date} className="line">
                  {skipped(date, reason)}
                </span>
              ))}
            </dd>
          </div>
        )}
      </dl>
    </details>
  );
}
