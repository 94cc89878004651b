import { useState } from "react";
import { useParams } from "react-router-dom";
import { useSurroundings } from "../context";
import { moment } from "../dates";
import type { OwnReport, ReportItem } from "../types";
import { AddMore } from "../ui/add-more";
import { OutboxList } from "../ui/outbox-list";
import { ProofLink } from "../ui/report-receipt";
import { FoundLine, Lines, ReportTag, whatWasSeen } from "../ui/report-state";
import { Screen } from "../ui/screen";
import { Failed, Skeleton } from "../ui/states";
import { useLoad } from "../use-load";

export function OwnReportPage() {
  const { id = "" } = useParams();
  const { api } = useSurroundings();
  const [report, retry] = useLoad("report " + id, (signal) => api.ownReport(id, signal));
  return (
    <Screen title={report.state === "done" ? "Báo tin " + report.value.code : "Báo tin"}>
      {report.state === "loading" && <Skeleton cards={2} />}
      {report.state === "failed" && <Failed failure={report.failure} onRetry={retry} />}
      {report.state === "done" && <Detail report={report.value} onAdded={retry} />}
    </Screen>
  );
}

function Detail({ report, onAdded }: { report: OwnReport; onAdded: () => void }) {
  const { host } = useSurroundings();
  const [adding, setAdding] = useState(false);
  return (
    <>
      <section className="card">
        <p className="meta">
          <span>Gửi {moment(report.created_at)}</span>
          <ReportTag item={report} />
        </p>
        <h2 className="question">{whatWasSeen(report)}</h2>
        <FoundLine item={report} />
      </section>
      <section className="card" data-testid="report-outcome">
        <h2>{report.ended ? "Kết quả" : "Tình trạng"}</h2>
        <Lines text={report.known} />
        {report.page_url && (
          <button type="button" className="link-button" onClick={() => host.open(report.page_url)}>
            Xem trang công bố
          </button>
        )}
      </section>
      <Timeline report={report} />
      {report.more.length > 0 && <Added items={report.more} />}
      <OutboxList path={"/reports/" + report.id} />
      {adding ? (
        <AddMore
          id={report.id}
          onAdded={() => (setAdding(false), onAdded())}
          onClose={() => setAdding(false)}
        />
      ) : (
        <p className="choices">
          <button
            type="button"
            className="link-button link-button-primary"
            onClick={() => setAdding(true)}
            data-testid="report-add"
          >
            Gửi thêm đường dẫn, nội dung, ảnh
          </button>
          <ProofLink url={report.proof_url} />
        </p>
      )}
      {report.evidence.length > 0 && <Evidence pictures={report.evidence} />}
    </>
  );
}

function Timeline({ report }: { report: OwnReport }) {
  return (
    <section className="card">
      <h2>Diễn biến</h2>
      <ol className="timeline" data-testid="report-timeline">
        {report.timeline.map(({ at, text }) => (
          <li key={at + text}>
            {text} <span className="hint">{moment(at)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Added({ items }: { items: ReportItem[] }) {
  return (
    <section className="card" data-testid="report-added">
      <h2>Đã gửi thêm</h2>
      {items.map((item) => (
        <p key={item.id} className="lines">
          {whatWasSeen(item)}
        </p>
      ))}
    </section>
  );
}

function Evidence({ pictures }: { pictures: OwnReport["evidence"] }) {
  return (
    <details className="card clock">
      <summary>Ảnh đã nhận ({pictures.length})</summary>
      {pictures.map(({ sha256, received_at, problem }, i) => (
        <p key={i}>
          Ảnh {i + 1}: {problem || "nhận " + moment(received_at)}
          {sha256 && <span className="hash line">SHA-256 {sha256}</span>}
        </p>
      ))}
    </details>
  );
}
