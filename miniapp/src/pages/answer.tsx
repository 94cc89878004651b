import { Link, useSearchParams } from "react-router-dom";
import { useSurroundings } from "../context";
import type { Answer, Quote } from "../types";
import { useLoad } from "../use-load";
import { AskBox } from "../ui/ask-box";
import { ChevronIcon } from "../ui/icons";
import { QuoteCard } from "../ui/quote-card";
import { Screen } from "../ui/screen";
import { Failed, Skeleton } from "../ui/states";

/** /ask?q=QUESTION[&about=CODE]: what the official texts say, or the next step. */
export function AnswerPage() {
  const [query] = useSearchParams();
  const question = query.get("q") ?? "";
  const about = query.get("about") ?? "";
  const { api } = useSurroundings();
  const [answer, retry] = useLoad(`ask ${about} ${question}`, (signal) =>
    api.ask(question, about || undefined, signal),
  );
  return (
    <Screen title="Câu trả lời">
      <AskBox key={question} question={question} />
      <div aria-live="polite">
        {answer.state === "loading" && <Skeleton cards={2} />}
        {answer.state === "failed" && <Failed failure={answer.failure} onRetry={retry} />}
        {answer.state === "done" && <AnswerView question={question} answer={answer.value} />}
      </div>
    </Screen>
  );
}

function AnswerView({ question, answer }: { question: string; answer: Answer }) {
  return (
    <>
      {answer.notes.map((note) => (
        <p key={note} className="notice notice-info" data-testid="note">
          {note}
        </p>
      ))}
      <Body question={question} answer={answer} />
    </>
  );
}

function Body({ question, answer }: { question: string; answer: Answer }) {
  switch (answer.status) {
    case "answered":
      return (
        <>
          {answer.lead && <h2 data-testid="lead">{answer.lead}</h2>}
          <Quotes answer={answer} />
          <FileInstead question={question} answer={answer} lead="Chưa đúng điều Anh/Chị cần?" />
        </>
      );
    case "partial":
      return (
        <>
          <Quotes answer={answer} />
          <Uncovered question={question} answer={answer} />
        </>
      );
    case "related":
      return <Nearest question={question} answer={answer} />;
    case "clarify":
      return (
        <>
          <Candidates question={question} answer={answer} />
          <FileInstead question={question} answer={answer} lead="Không có nội dung Anh/Chị cần?" />
        </>
      );
    case "refused":
      return <Refused question={question} answer={answer} />;
  }
}

function Quotes({ answer }: { answer: Answer }) {
  return byStatement(answer.quotes).map((quotes) => <QuoteCard key={quotes[0].statement} quotes={quotes} />);
}

/** One card for each statement, in the order of the answer. */
function byStatement(quotes: Quote[]): [Quote, ...Quote[]][] {
  const groups = new Map<string, [Quote, ...Quote[]]>();
  for (const quote of quotes) {
    const group = groups.get(quote.statement);
    if (group) group.push(quote);
    else groups.set(quote.statement, [quote]);
  }
  return [...groups.values()];
}

/** What no statement covers, in the person's words, and a request about just that. */
function Uncovered({ question, answer }: { question: string; answer: Answer }) {
  const parts = answer.uncovered;
  return (
    <section className="notice notice-warn" aria-labelledby="uncovered">
      <h2 id="uncovered">Chưa có phát ngôn chính thức về:</h2>
      <ul data-testid="uncovered">
        {parts.map((part, at) => (
          <li key={at}>{part}</li>
        ))}
      </ul>
      <SuggestedUnit answer={answer} />
      <FileLink
        question={`${parts.join("\n")}\nTrích từ câu hỏi: "${question}"`}
        answer={answer}
        className="link-button link-button-primary"
        label="Gửi yêu cầu về phần này"
      />
    </section>
  );
}

/** A text that may not answer, shown as just that: the person says whether it does. */
function Nearest({ question, answer }: { question: string; answer: Answer }) {
  const [nearest] = answer.quotes;
  return (
    <section aria-labelledby="nearest" data-testid="nearest">
      <h2 id="nearest">{answer.lead}</h2>
      <Quotes answer={answer} />
      <SuggestedUnit answer={answer} />
      <div className="choices">
        {nearest && (
          <Link
            className="link-button"
            data-testid="nearest-answers"
            to={askAbout(question, nearest.statement)}
          >
            Đúng điều tôi hỏi
          </Link>
        )}
        <FileLink
          question={question}
          answer={answer}
          className="link-button link-button-primary"
          label="Chưa đúng, chuyển tới đơn vị"
        />
      </div>
    </section>
  );
}

const askAbout = (question: string, statement: string) =>
  `/ask?q=${encodeURIComponent(question)}&about=${encodeURIComponent(statement)}`;

function Candidates({ question, answer }: { question: string; answer: Answer }) {
  return (
    <section aria-labelledby="which">
      <h2 id="which">Anh/Chị muốn hỏi về nội dung nào?</h2>
      {answer.candidates.map(({ statement, title, unit, year }) => (
        <Link
          key={statement}
          className="card card-link card-row"
          data-testid="candidate"
          to={askAbout(question, statement)}
        >
          <span>
            {title}
            {(unit || year) && <small className="hint">{[unit, year].filter(Boolean).join(", ")}</small>}
          </span>
          <ChevronIcon />
        </Link>
      ))}
    </section>
  );
}

function Refused({ question, answer }: { question: string; answer: Answer }) {
  return (
    <div className="card">
      <h2>{answer.text || "Hiện chưa có phát ngôn chính thức về nội dung này."}</h2>
      <p className="hint">
        Trợ lý không suy đoán. Anh/Chị gửi yêu cầu thì đơn vị trả lời chính thức; theo dõi trong “Yêu cầu của
        tôi”.
      </p>
      <SuggestedUnit answer={answer} />
      <FileLink question={question} answer={answer} className="link-button link-button-primary" />
    </div>
  );
}

function SuggestedUnit({ answer }: { answer: Answer }) {
  if (!answer.suggested_unit) return null;
  return (
    <p>
      Đơn vị gợi ý: <strong>{answer.suggested_unit.name}</strong>
    </p>
  );
}

function FileInstead({ lead, ...rest }: { question: string; answer: Answer; lead: string }) {
  return (
    <p className="file-instead">
      {lead} <FileLink {...rest} className="link" />
    </p>
  );
}

interface FileLinkProps {
  question: string;
  answer: Answer;
  className: string;
  label?: string;
}

function FileLink({ question, answer, className, label = "Gửi yêu cầu" }: FileLinkProps) {
  const unit = answer.suggested_unit;
  const prefill = { question, unit: unit?.code ?? "", unitName: unit?.name ?? "" };
  return (
    <Link to="/file" state={prefill} className={className} data-testid="suggest-file">
      {label}
    </Link>
  );
}
