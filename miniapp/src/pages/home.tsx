import { useContext, useState } from "react";
import { Link, useNavigate } from "react-router-dom";
import { ConfigContext, useSurroundings } from "../context";
import { day } from "../dates";
import type { RequestState, StatementItem } from "../types";
import { useDebounced } from "../use-debounced";
import { useKept } from "../use-kept";
import { useLoad } from "../use-load";
import { useParcels } from "../use-sending";
import { AskBox } from "../ui/ask-box";
import { PersonaNotice } from "../ui/first-run";
import { FlagIcon, InfoIcon, SearchIcon } from "../ui/icons";
import { Notice } from "../ui/notice";
import { RequestCard } from "../ui/request-item";
import { Screen } from "../ui/screen";
import { StatementCard } from "../ui/statement-item";
import { UnitMark } from "../ui/unit-mark";
import { Empty, Failed, Skeleton } from "../ui/states";

const latest = 5;

export function HomePage({ onPersona }: { onPersona: (id: string) => void }) {
  const config = useContext(ConfigContext);
  const [text, setText] = useKept("asking", "");
  const q = useDebounced(text.trim(), 250);
  return (
    <Screen title={config?.oa_name || "Phát Ngôn Thanh Hóa"} tab>
      <Crisis item={config?.crisis ?? null} />
      <section className="hero" aria-labelledby="asks">
        <h2 className="title" id="asks">
          Anh/Chị muốn biết điều gì?
        </h2>
        <AskBox question={text} onType={setText} />
        {text.trim().length >= least && <Matches q={q} />}
        <ChatDelay seconds={config?.reply_delay_seconds ?? 0} />
        <TwoWays />
        <Link to="/check" className="line" data-testid="home-check">
          Có thật không? So một tin với thông tin đã công bố
        </Link>
      </section>
      <Unsent />
      <OwnMatters />
      <section aria-labelledby="latest">
        <div className="section-head">
          <h2 id="latest">Phát ngôn mới nhất</h2>
          <Link to="/search">Xem tất cả</Link>
        </div>
        <Latest />
      </section>
      <Suggestions questions={config?.suggestions ?? []} />
      <About onPersona={onPersona} />
    </Screen>
  );
}

/** What the person sent and the server does not have. */
function Unsent() {
  const parcels = useParcels();
  if (parcels.length === 0) return null;
  return (
    <p className="notice notice-warn" data-testid="home-unsent">
      <Link to="/requests">{parcels.length} nội dung trong mục Chờ gửi</Link>
    </p>
  );
}

/** What stands above all else: its title and where to read it, in nobody's words but the unit's. */
function Crisis({ item }: { item: StatementItem | null }) {
  if (!item) return null;
  return (
    <aside className="notice notice-bad" aria-label="Thông tin khẩn" data-testid="crisis">
      <p>
        <strong>Thông tin khẩn{item.sample && " (dữ liệu mẫu)"}</strong>
      </p>
      <p>
        <Link to={"/s/" + encodeURIComponent(item.code)}>{item.title}</Link>
      </p>
      <p>
        {item.unit_name}, {day(item.issued_at)}
      </p>
    </aside>
  );
}

const least = 3; // characters, below which everything matches

/** Statements that match what is being typed, each a tap away; asking stays the button's. */
function Matches({ q }: { q: string }) {
  const { api } = useSurroundings();
  const [page, retry] = useLoad("matches " + q, (signal) => api.statements({ q, limit: 4 }, signal));
  return (
    <div className="matches" aria-live="polite" data-testid="matches">
      {page.state === "loading" && <Skeleton />}
      {page.state === "failed" && <Failed failure={page.failure} onRetry={retry} />}
      {page.state === "done" && page.value.items.length === 0 && (
        <p className="hint">Chưa thấy phát ngôn khớp. Anh/Chị bấm “Hỏi” để trợ lý tìm kỹ hơn.</p>
      )}
      {page.state === "done" &&
        page.value.items.map(({ code, title, unit, unit_name }) => (
          <Link key={code} className="match" to={"/s/" + encodeURIComponent(code)} data-testid="match">
            <UnitMark code={unit} name={unit_name} />
            <span>
              {title}
              <small className="line hint">{unit_name}</small>
            </span>
          </Link>
        ))}
    </div>
  );
}

/** What people come for: to ask, or to report what they saw. */
function TwoWays() {
  return (
    <div className="two-ways">
      <button
        type="button"
        className="way"
        data-testid="home-ask"
        onClick={() => document.getElementById("ask")?.focus()}
      >
        <SearchIcon />
        <strong>Hỏi</strong>
        thông tin chính thức
      </button>
      <Link className="way way-report" to="/report" data-testid="home-report">
        <FlagIcon />
        <strong>Báo tin giả</strong>
        bài đăng, tin nhắn, ảnh
      </Link>
    </div>
  );
}

/** Whether it is worth asking here and not in the chat. */
function ChatDelay({ seconds }: { seconds: number }) {
  if (seconds <= 0) return null;
  return (
    <p className="notice notice-info" data-testid="chat-delay">
      Trợ lý trên Zalo đang nhiều người hỏi; câu trả lời ở đó có thể chậm khoảng {Math.ceil(seconds / 60)}{" "}
      phút. Ở đây trả lời ngay.
    </p>
  );
}

/** What the person sent that is still open; only of who is logged in already: home asks nobody to. */
function OwnMatters() {
  const { api } = useSurroundings();
  return api.sessions.current() ? <OpenMatters /> : null;
}

function OpenMatters() {
  const { api } = useSurroundings();
  const [requests] = useLoad("home requests", (signal) => api.requests(signal));
  const open = requests.state === "done" ? requests.value.filter(({ state }) => !closed.includes(state)) : [];
  if (open.length === 0) return null;
  return (
    <section aria-labelledby="mine" data-testid="home-mine">
      <div className="section-head">
        <h2 id="mine">Đang chờ trả lời</h2>
        <Link to="/requests">Tất cả của tôi</Link>
      </div>
      {open.slice(0, 2).map((item) => (
        <RequestCard key={item.code} item={item} />
      ))}
    </section>
  );
}

const closed: RequestState[] = ["sent", "refused", "withdrawn"];

function Suggestions({ questions }: { questions: string[] }) {
  const navigate = useNavigate();
  if (questions.length === 0) return null;
  return (
    <ul className="suggestions" aria-label="Câu hỏi gợi ý">
      {questions.slice(0, 3).map((question) => (
        <li key={question}>
          <button
            type="button"
            data-testid="suggestion"
            onClick={() => navigate("/ask?q=" + encodeURIComponent(question))}
          >
            {question}
          </button>
        </li>
      ))}
    </ul>
  );
}

function Latest() {
  const { api } = useSurroundings();
  const [page, retry] = useLoad("latest", (signal) => api.statements({ limit: latest }, signal));
  if (page.state === "loading") return <Skeleton cards={3} />;
  if (page.state === "failed") return <Failed failure={page.failure} onRetry={retry} />;
  if (page.value.items.length === 0) return <Empty>Chưa có phát ngôn nào được công bố.</Empty>;
  return page.value.items.map((item) => <StatementCard key={item.code} item={item} />);
}

/** The first-run notice again, on demand; in the demo also another persona. */
function About({ onPersona }: { onPersona: (id: string) => void }) {
  const config = useContext(ConfigContext);
  const { demo } = useSurroundings().host;
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <button type="button" className="about" data-testid="about" onClick={() => setOpen(true)}>
        <InfoIcon /> Trợ lý ảo (AI) và dữ liệu của Anh/Chị
      </button>
      {open && !(config?.demo && demo) && <Notice onClose={close}>{null}</Notice>}
      {open && config?.demo && demo && <PersonaNotice demo={demo} onPersona={onPersona} onClose={close} />}
    </>
  );
}
