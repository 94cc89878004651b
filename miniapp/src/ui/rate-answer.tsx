import { useState } from "react";
import type { RequestDetail } from "../types";
import { newKey } from "../use-draft";
import { useSending } from "../use-sending";

interface Props {
  code: string;
  part: RequestDetail["parts"][number];
  onDone: () => void;
}

const stars = ["Rất chưa hài lòng", "Chưa hài lòng", "Bình thường", "Hài lòng", "Rất hài lòng"];

/** How well an answer serves the person, from 1 to 5; said once. */
export function RateAnswer({ code, part, onDone }: Props) {
  const [key] = useState(newKey);
  const { send, busy, failure } = useSending(onDone, onDone);
  if (part.rating) return <p className="hint">Anh/Chị đã đánh giá trả lời này: {part.rating}/5.</p>;
  if (!part.may_rate) return null;
  const rate = (rating: number) =>
    void send({
      key,
      goods: { what: "step", code, body: { action: "rate", part: part.number, rating } },
      title: "Đánh giá, " + code,
      excerpt: `${rating}/5 – ${stars[rating - 1]}`,
      back: { path: "/requests/" + encodeURIComponent(code), name: "rating " + code, text: String(rating) },
    });
  return (
    <section className="card" aria-labelledby={"rate-" + part.number} data-testid="rate">
      <h2 id={"rate-" + part.number}>Trả lời này có ích với Anh/Chị không?</h2>
      <div className="stars">
        {stars.map((words, n) => (
          <button
            key={words}
            type="button"
            className="star"
            disabled={busy}
            onClick={() => rate(n + 1)}
            aria-label={`${n + 1} trên 5: ${words}`}
            data-testid={"rate-" + (n + 1)}
          >
            {n + 1}
          </button>
        ))}
      </div>
      <p className="hint">
        1: {stars[0]?.toLowerCase()}. 5: {stars[4]?.toLowerCase()}. Chỉ dùng để thống kê.
      </p>
      {failure && (
        <p className="problem" role="alert">
          {failure.message}
        </p>
      )}
    </section>
  );
}
