import { useSurroundings } from "../context";
import { moment } from "../dates";
import type { PressRoom } from "../press";
import type { PressWords } from "../press-words";
import { useLoad } from "../use-load";
import { Failed, Skeleton } from "./states";
import { StatementCard } from "./statement-item";

/** What verified reporters alone read, and when something comes of which nothing is said yet. */
export function Room({ words }: { words: PressWords }) {
  const { api } = useSurroundings();
  const [room, retry] = useLoad("press room", (signal) => api.pressRoom(signal));
  return (
    <section aria-labelledby="press-room" data-testid="press-room">
      <h2 id="press-room">{words.room}</h2>
      {room.state === "loading" && <Skeleton cards={2} />}
      {room.state === "failed" && <Failed failure={room.failure} onRetry={retry} />}
      {room.state === "done" && <Lists room={room.value} words={words} />}
    </section>
  );
}

function Lists({ room, words }: { room: PressRoom; words: PressWords }) {
  return (
    <>
      {room.scheduled.length > 0 && (
        <div className="card" data-testid="press-scheduled">
          <h3>{words.scheduled}</h3>
          <ul className="plain">
            {room.scheduled.map(({ at, unit, unit_name }) => (
              <li key={at + unit}>
                <time dateTime={at}>{moment(at)}</time>, {unit_name}
              </li>
            ))}
          </ul>
          <p className="hint">{words.scheduledHint}</p>
        </div>
      )}
      {room.items.length === 0 && <p className="hint">{words.roomEmpty}</p>}
      {room.items.map((item) => (
        <StatementCard key={item.code} item={item} />
      ))}
    </>
  );
}
