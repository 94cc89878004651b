import { Link } from "react-router-dom";
import { Input } from "zmp-ui";
import { useSurroundings } from "../context";
import { useDebounced } from "../use-debounced";
import { useKept } from "../use-kept";
import { useLoad } from "../use-load";
import { ChevronIcon } from "../ui/icons";
import { Screen } from "../ui/screen";
import { Empty, Failed, Skeleton } from "../ui/states";
import { UnitMark } from "../ui/unit-mark";

/** /units: the directory; any part of a name, old names included. */
export function UnitsPage() {
  const [text, setText] = useKept("text", "");
  return (
    <Screen title="Danh bạ cơ quan">
      <div className="filters">
        <Input
          value={text}
          onChange={(event) => setText(event.target.value)}
          placeholder="Tên sở, xã, phường…"
          aria-label="Tìm cơ quan"
          autoComplete="off"
          data-testid="directory-search"
        />
      </div>
      <Units q={useDebounced(text.trim(), 250)} />
    </Screen>
  );
}

function Units({ q }: { q: string }) {
  const { api } = useSurroundings();
  const [units, retry] = useLoad("directory " + q, (signal) => api.units(q, signal));
  if (units.state === "loading") return <Skeleton cards={4} />;
  if (units.state === "failed") return <Failed failure={units.failure} onRetry={retry} />;
  if (units.value.length === 0) return <Empty>Không có cơ quan nào khớp “{q}”.</Empty>;
  return units.value.map(({ code, name }) => (
    <Link key={code} className="card card-link card-row" to={"/units/" + code} data-testid="directory-unit">
      <span className="from-unit">
        <UnitMark code={code} name={name} />
        {name}
      </span>
      <ChevronIcon />
    </Link>
  ));
}
