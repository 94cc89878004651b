import { Link, useParams } from "react-router-dom";
import { Button } from "zmp-ui";
import { cardOfStatement, who } from "../citation";
import { useSurroundings } from "../context";
import { day } from "../dates";
import type { Statement } from "../types";
import { useLoad } from "../use-load";
import { Banners } from "../ui/banner";
import { CopyIcon, ShareIcon } from "../ui/icons";
import { QuoteImage } from "../ui/quote-image";
import { Screen } from "../ui/screen";
import { Speaker } from "../ui/speaker";
import { Failed, Skeleton } from "../ui/states";
import { useCopy } from "../ui/use-copy";
import { WhatChanged } from "../ui/what-changed";
import { Words } from "../ui/words";

const forms: Readonly<Record<string, string>> = {
  HOP_BAO: "Họp báo",
  DANG_TAI: "Đăng trên cổng, trang thông tin chính thức",
  PHAT_NGON_TT: "Phát ngôn trực tiếp, trả lời phỏng vấn",
  VAN_BAN: "Văn bản, thông cáo báo chí",
  TRAO_DOI: "Trao đổi, giao ban báo chí",
};
const fallbackBanner: Readonly<Record<Statement["status"], string>> = {
  published: "",
  superseded: "Nội dung này đã được thay thế bằng phát ngôn mới hơn.",
  withdrawn: "Nội dung này đã được thu hồi, không còn giá trị trích dẫn.",
};

export function StatementPage() {
  const { code = "" } = useParams();
  const { api } = useSurroundings();
  const [statement, retry] = useLoad("statement " + code, (signal) => api.statement(code, signal));
  return (
    <Screen title="Toàn văn phát ngôn">
      {statement.state === "loading" && <Skeleton cards={2} />}
      {statement.state === "failed" && <Failed failure={statement.failure} onRetry={retry} />}
      {statement.state === "done" && <FullText statement={statement.value} />}
    </Screen>
  );
}

function FullText({ statement }: { statement: Statement }) {
  const { status } = statement;
  return (
    <article className="card statement">
      <Banners
        sample={statement.sample}
        banner={statement.banner || fallbackBanner[status]}
        tone={status === "withdrawn" ? "bad" : "warn"}
      />
      {statement.replaced_by && (
        <Link className="link-button" to={"/s/" + encodeURIComponent(statement.replaced_by.code)}>
          Đọc phát ngôn mới
        </Link>
      )}
      {inForce(statement) && (
        <p className="tag tag-good" data-testid="in-force">
          Còn hiệu lực
        </p>
      )}
      <h2 className="title">{statement.title}</h2>
      <Speaker
        name={statement.spokesperson}
        position={statement.position}
        unit={statement.unit_name}
        at={statement.issued_at}
      />
      <div className="body">
        <Words html={statement.body_html} />
      </div>
      {statement.replaces.map((replaced) => (
        <WhatChanged key={replaced.code} replaced={replaced} />
      ))}
      <Facts statement={statement} />
      {status !== "withdrawn" && <Actions statement={statement} />}
    </article>
  );
}

/** Nothing stands against it: no withdrawal, no successor, no end, no later beginning. */
const inForce = ({ status, banner, replaced_by }: Statement) =>
  status === "published" && !banner && !replaced_by;

function Facts({ statement }: { statement: Statement }) {
  const facts: [string, string][] = [
    ["Ngày phát ngôn", day(statement.issued_at)],
    ["Có hiệu lực từ", day(statement.valid_from)],
    ["Hết hiệu lực", day(statement.valid_until)],
    ["Hình thức", forms[statement.form] ?? statement.form],
    ["Số văn bản", statement.document_no],
    ["Chủ đề", statement.topics.join(", ")],
    ["Địa bàn", statement.places.join(", ")],
    ["Mã phát ngôn", statement.code],
  ];
  return (
    <dl className="facts-table">
      {facts
        .filter(([, value]) => value)
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

function Actions({ statement }: { statement: Statement }) {
  const { host } = useSurroundings();
  const copy = useCopy();
  const card = cardOfStatement(statement);
  const share = async () => {
    if (!(await host.share(statement.title, statement.url)))
      await copy(statement.url, "Đã sao chép đường dẫn");
  };
  return (
    <div className="actions">
      <Button
        size="small"
        variant="secondary"
        prefixIcon={<ShareIcon />}
        onClick={share}
        disabled={!statement.url}
      >
        Chia sẻ
      </Button>
      <Button
        size="small"
        variant="secondary"
        prefixIcon={<CopyIcon />}
        onClick={() => copy(fullCitation(statement), "Đã sao chép toàn văn kèm nguồn")}
      >
        Sao chép
      </Button>
      <Button
        size="small"
        variant="secondary"
        onClick={() => host.open(statement.url.replace(/\/s\/([^/]+)$/, "/v/$1"))}
        disabled={!statement.url}
        data-testid="verify"
      >
        Kiểm tra trích dẫn
      </Button>
      {card && <QuoteImage card={card} />}
      {statement.source_url && (
        <Button size="small" variant="tertiary" onClick={() => host.open(statement.source_url)}>
          Nguồn công bố
        </Button>
      )}
    </div>
  );
}

/** The whole text with who said it, when and where; what is no longer valid says so first. */
function fullCitation(s: Statement): string {
  const warning = s.sample ? "[DỮ LIỆU MẪU – không phải phát ngôn thật]\n" : "";
  const banner = s.banner || fallbackBanner[s.status];
  return [
    warning + s.title,
    banner && `(${banner})`,
    s.body_text,
    `— ${who({ ...s, unit: s.unit_name })}, ngày ${day(s.issued_at)}.`,
    s.url && `Nguồn: ${s.url}`,
  ]
    .filter(Boolean)
    .join("\n\n");
}
