import { useParams } from "react-router-dom";
import { useSurroundings } from "../context";
import { moment, skipped, weekday } from "../dates";
import type { Clock, RequestDetail } from "../types";
import { useLoad } from "../use-load";
import { AnswerCard, AskedBack, RefusalCard } from "../ui/request-cards";
import { FollowLink } from "../ui/follow-link";
import { OwnSteps } from "../ui/own-steps";
import { RateAnswer } from "../ui/rate-answer";
import { Parts } from "../ui/request-parts";
import { DueLine, StateTag } from "../ui/request-state";
import { Screen } from "../ui/screen";
import { SentFiles } from "../ui/sent-files";
import { Failed, Skeleton } from "../ui/states";
import { Timeline } from "../ui/timeline";
import { ChatLink } from "../ui/where-answered";

export function RequestPage() {
  const { code = "" } = useParams();
  const { api } = useSurroundings();
  const [request, retry] = useLoad("request " + code, (signal) => api.request(code, signal));
  return (
    <Screen title={"Yêu cầu " + code}>
      {request.state === "loading" && <Skeleton cards={2} />}
      {request.state === "failed" && <Failed failure={request.failure} onRetry={retry} />}
      {request.state === "done" && <Detail request={request.value} onChanged={retry} />}
    </Screen>
  );
}

function Detail({ request, onChanged }: { request: RequestDetail; onChanged: () => void }) {
  const { answer, refusal, clock, parts } = request;
  const parted = parts.length > 1;
  const asked = parts[0]?.asked_back;
  return (
    <>
      <section className="card">
        <p className="meta">
          <span>Gửi {moment(request.created_at)}</span>
          <StateTag item={request} />
        </p>
        <h2 className="question">{request.question}</h2>
        <p className="hint">{request.unit_name}</p>
        <SentFiles files={request.files} />
        {!parted && <DueLine item={request} />}
        {!parted && asked && <AskedBack question={asked} />}
      </section>
      {parted && <Parts request={request} />}
      {!parted && answer && <AnswerCard answer={answer} url={request.statement_url} />}
      {!parted && refusal && <RefusalCard refusal={refusal} />}
      {parts
        .filter(({ answer: given, refusal: refused }) => given || refused)
        .map((part) => (
          <RateAnswer key={part.number} code={request.code} part={part} onDone={onChanged} />
        ))}
      {request.delivery && <DeliveryNote delivery={request.delivery} />}
      <OwnSteps request={request} onDone={onChanged} />
      <Timeline events={request.timeline} />
      <FollowLink url={request.follow_url} />
      {!parted && !asked && clock && <ClockCard clock={clock} />}
    </>
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
