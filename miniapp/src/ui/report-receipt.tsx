import { Link } from "react-router-dom";
import { useSurroundings } from "../context";
import type { ReportReceipt } from "../types";
import { CheckIcon, CopyIcon } from "./icons";
import { Lines, ReportTag } from "./report-state";
import { useCopy } from "./use-copy";
import { ChatLink } from "./where-answered";

interface Props {
  receipt: ReportReceipt;
  anonymous: boolean;
  onAnother: () => void;
}

/** The code, where the matter stands, and the proof that it was received. */
export function Receipt({ receipt, anonymous, onAnother }: Props) {
  const copy = useCopy();
  return (
    <div className="card" role="status">
      <div className="done">
        <span className="done-mark">
          <CheckIcon />
        </span>
        <h2>Đã tiếp nhận báo tin</h2>
        <p className="code" data-testid="report-code">
          {receipt.code}
        </p>
        <ReportTag item={receipt} />
      </div>
      <Lines text={receipt.receipt} testid="report-receipt" />
      <p>
        <ChatLink />
      </p>
      <div className="choices">
        <button
          type="button"
          className="link-button"
          onClick={() => void copy(receipt.code, "Đã sao chép mã")}
          data-testid="report-copy"
        >
          <CopyIcon /> Sao chép mã
        </button>
        {!anonymous && (
          <Link className="link-button link-button-primary" to={"/reports/" + receipt.id} replace>
            Theo dõi báo tin
          </Link>
        )}
        <ProofLink url={receipt.proof_url} onlyWay={anonymous} />
        <button type="button" className="link-button" onClick={onAnother} data-testid="report-another">
          Báo tin khác
        </button>
      </div>
    </div>
  );
}

/** The proof; where it is the only way back, its address can be kept. */
export function ProofLink({ url, onlyWay = false }: { url: string; onlyWay?: boolean }) {
  const { host } = useSurroundings();
  const copy = useCopy();
  return (
    <>
      <button type="button" className="link-button" onClick={() => host.open(url)} data-testid="report-proof">
        Giấy xác nhận đã tiếp nhận (in được)
      </button>
      {onlyWay && (
        <button
          type="button"
          className="link-button"
          onClick={() => void copy(url, "Đã sao chép đường dẫn giấy xác nhận")}
          data-testid="proof-copy"
        >
          <CopyIcon /> Sao chép đường dẫn giấy xác nhận
        </button>
      )}
    </>
  );
}
