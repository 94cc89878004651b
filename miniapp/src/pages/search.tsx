import { useState } from "react";
import { useSearchParams } from "react-router-dom";
import { Button, Input } from "zmp-ui";
import { useSurroundings } from "../context";
import { useDebounced } from "../use-debounced";
import { useKept } from "../use-kept";
import { usePages, type PagesLoad } from "../use-pages";
import type { StatementItem, Unit } from "../types";
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
      <Results pages={pages} asked={q !== "" || unit !== null} />
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
      <button type="button" className="filter" data-testid="unit-filter" onClick={() => setPicking(true)}>
        Đơn vị: <strong>{unit?.name ?? "tất cả"}</strong>
      </button>
      {picking && <UnitPicker none="Tất cả đơn vị" onPick={pick} onClose={() => setPicking(false)} />}
    </>
  );
}

function Results({ pages, asked }: { pages: PagesLoad<StatementItem>; asked: boolean }) {
  const { items, more, busy, failure, loadMore } = pages;
  if (!items) return failure ? <Failed failure={failure} onRetry={loadMore} /> : <Skeleton cards={4} />;
  if (items.length === 0) return <NothingFound asked={asked} />;
  return (
    <>
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

function NothingFound({ asked }: { asked: boolean }) {
  if (!asked) return <Empty>Chưa có phát ngôn nào được công bố.</Empty>;
  return (
    <Empty>
      Không có phát ngôn nào khớp. Anh/Chị thử từ khóa ngắn hơn, bỏ chọn đơn vị, hoặc gửi yêu cầu để đơn vị
      trả lời.
    </Empty>
  );
}
