import { useState } from "react";
import { Input } from "zmp-ui";
import { useSurroundings } from "../context";
import type { Unit } from "../types";
import { useDebounced } from "../use-debounced";
import { useLoad } from "../use-load";
import { Sheet } from "./sheet";
import { Empty, Failed, Skeleton } from "./states";

interface Props {
  none: string; // what choosing no unit is called
  onPick: (unit: Unit | null) => void;
  onClose: () => void;
}

/** All units, narrowed down by typing any part of a name, old names included. */
export function UnitPicker({ none, onPick, onClose }: Props) {
  const [text, setText] = useState("");
  return (
    <Sheet title="Chọn đơn vị" onClose={onClose}>
      <Input
        value={text}
        onChange={(event) => setText(event.target.value)}
        placeholder="Tên sở, xã, phường…"
        aria-label="Tìm đơn vị"
        data-testid="unit-search"
      />
      <div className="options">
        <button type="button" className="option" onClick={() => onPick(null)}>
          {none}
        </button>
        <Units q={useDebounced(text.trim(), 250)} onPick={onPick} />
      </div>
    </Sheet>
  );
}

function Units({ q, onPick }: { q: string; onPick: (unit: Unit) => void }) {
  const { api } = useSurroundings();
  const [units, retry] = useLoad("units " + q, (signal) => api.units(q, signal));
  if (units.state === "loading") return <Skeleton />;
  if (units.state === "failed") return <Failed failure={units.failure} onRetry={retry} />;
  if (units.value.length === 0) return <Empty>Không có đơn vị nào khớp “{q}”.</Empty>;
  return (
    <>
      {units.value.map((unit) => (
        <button
          key={unit.code}
          type="button"
          className="option"
          data-testid="unit-option"
          onClick={() => onPick(unit)}
        >
          {unit.name}
        </button>
      ))}
    </>
  );
}
