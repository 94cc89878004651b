import type { RequestDetail, RequestPart } from "../types";
import { AnswerCard, AskedBack, RefusalCard } from "./request-cards";
import { DueLine, StateTag } from "./request-state";

/** The parts of a request that several units work on, each with where it stands. */
export function Parts({ request }: { request: RequestDetail }) {
  return (
    <>
      <h2>{request.parts.length} phần của yêu cầu</h2>
      {request.together && <p className="hint">Anh/Chị chọn nhận trả lời khi đã có đủ các phần.</p>}
      {request.parts.map((part) => (
        <Part key={part.number} part={part} />
      ))}
    </>
  );
}

function Part({ part }: { part: RequestPart }) {
  return (
    <div data-testid="request-part">
      <section className="card">
        <p className="meta">
          <span>Phần {part.number}</span>
          <StateTag item={part} />
        </p>
        <h3 className="question">{part.asks}</h3>
        <p className="hint">{part.unit_name}</p>
        <DueLine item={part} />
        {part.asked_back && <AskedBack question={part.asked_back} />}
      </section>
      {part.answer && <AnswerCard answer={part.answer} url="" />}
      {part.refusal && <RefusalCard refusal={part.refusal} />}
    </div>
  );
}
