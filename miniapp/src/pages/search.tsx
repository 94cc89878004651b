import { useState } from "react";
import { Link, useSearchParams } from "react-router-dom";
import { Button, Input } from "zmp-ui";
import { useSurroundings } from "../context";
import { useDebounced } from "../use-debounced";
import { useKept } from "../use-kept";
import { usePages, type PagesLoad } from "../use-pages";
import type { StatementItem, Unit } from "../types";
import { ChevronIcon } from "../ui/icons";
import { EndOfList } from "../ui/end-of-list";
import { Screen } from "../ui/screen";
import { StatementCard } from "../ui/statement-item";
import { Empty, Failed, Skeleton } from "../ui/states";
import { UnitPicker } from "../ui/unit-picker";

const pageSize = 20;

export function SearchPage() {
  const { api } = useSurroundings();
  const [params] = useSearchParams();
  const [text, setText] = useKept("text", params.get("q") ?? "");
  const [unit, setUnit] = useKept<Unit | null>("unit", null);
  const q = useDebounced(text.trim(), 300);
  const pages = usePages<StatementItem>(`${unit?.code ?? ""} ${q}`, (after, signal) =>
    api.statements({ q, unit: unit?.code ?? "", after, limit: pageSize }, signal),
  );
  return (
    <Screen title="Tìm phát ngôn" tab>
      <div className="filters">
        <Input
          value={text}
          onChange={(event) => setText(event.target.value)}
          placeholder="Từ khóa, tên người, địa danh…"
          aria-label="Tìm phát ngôn"
          autoComplete="off"
          data-testid="search-input"
        />
        <UnitFilter unit={unit} onChange={setUnit} />
      </div>
      <Results pages={pages} q={q} filtered={unit !== null} />
    </Screen>
  );
}

function UnitFilter({ unit, onChange }: { unit: Unit | null; onChange: (unit: Unit | null) => void }) {
  const [picking, setPicking] = useState(false);
  const pick = (picked: Unit | null) => {
    setPicking(false);
    onChange(picked);
  };
  return (
    <>
      <button
        type="button"
        className="select filter"
        data-testid="unit-filter"
        onClick={() => setPicking(true)}
      >
        <span>
          Đơn vị: <strong>{unit?.name ?? "tất cả"}</strong>
        </span>
        <ChevronIcon />
      </button>
      {picking && <UnitPicker none="Tất cả đơn vị" onPick={pick} onClose={() => setPicking(false)} />}
    </>
  );
}

interface ResultsProps {
  pages: PagesLoad<StatementItem>;
  q: string;
  filtered: boolean;
}

function Results({ pages, q, filtered }: ResultsProps) {
  const { items, more, busy, failure, loadMore } = pages;
  if (!items) return failure ? <Failed failure={failure} onRetry={loadMore} /> : <Skeleton cards={4} />;
  if (items.length === 0) return <NothingFound q={q} filtered={filtered} />;
  return (
    <>
      <h2 className="unseen">Kết quả</h2>
      {items.map((item) => (
        <StatementCard key={item.code} item={item} />
      ))}
      {failure && <Failed failure={failure} onRetry={loadMore} />}
      {busy && <Skeleton />}
      {more && !busy && !failure && (
        <EndOfList onReached={loadMore}>
          <Button variant="tertiary" fullWidth onClick={loadMore}>
            Xem thêm
          </Button>
        </EndOfList>
      )}
    </>
  );
}

function NothingFound({ q, filtered }: { q: string; filtered: boolean }) {
  if (!q && !filtered) return <Empty>Chưa có phát ngôn nào được công bố.</Empty>;
  return (
    <Empty>
      <p>Không có phát ngôn nào khớp. Anh/Chị thử từ khóa ngắn hơn{filtered && " hoặc bỏ chọn đơn vị"}.</p>
      <Link className="link-button" to="/file" state={{ question: q }} data-testid="suggest-file">
        Gửi yêu cầu
      </Link>
    </Empty>
  );
}
