import { moment } from "../dates";

/** What happened, oldest first. */
export function Timeline({ events }: { events: { at: string; text: string }[] }) {
  if (events.length === 0) return null;
  return (
    <section className="card" data-testid="timeline">
      <h2>Diễn biến</h2>
      <ol className="timeline">
        {events.map(({ at, text }, n) => (
          <li key={n}>
            <time dateTime={at} className="hint">
              {moment(at)}
            </time>
            <p className="lines">{text}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
