import { useState } from "react";
import { Input } from "zmp-ui";
import { useSurroundings } from "../context";
import { asFailure, type Failure } from "../failure";
import type { Press, PressFollows } from "../press";
import { StatementCard } from "./statement-item";
import { UnitPicker } from "./unit-picker";

/** What a verified reporter follows, and the newest statements among it. */
export function PressFollowing({ press, onChanged }: { press: Press; onChanged: () => void }) {
  const { api } = useSurroundings();
  const [picking, setPicking] = useState(false);
  const [topic, setTopic] = useState("");
  const [failure, setFailure] = useState<Failure>();
  const { follows } = press;
  const save = (changes: Partial<PressFollows>) =>
    void api
      .follow({ ...follows, ...changes })
      .then(onChanged, (error: unknown) => setFailure(asFailure(error)));
  return (
    <>
      <section className="card" data-testid="press-following">
        <h2>Theo dõi phát ngôn mới</h2>
        <p>{press.following}</p>
        <label className="radio">
          <input
            type="checkbox"
            checked={follows.all}
            onChange={({ target }) => save({ all: target.checked })}
            data-testid="press-all"
          />
          Tất cả phát ngôn mới
        </label>
        <div className="field">
          <label htmlFor="topic">Chủ đề</label>
          <Input
            id="topic"
            value={topic}
            onChange={({ target }) => setTopic(target.value)}
            maxLength={80}
            placeholder="đất đai"
          />
        </div>
        <p className="choices">
          <button
            type="button"
            className="link-button"
            disabled={!topic.trim()}
            onClick={() => save({ topics: [...follows.topics, topic.trim()] })}
          >
            Thêm chủ đề
          </button>
          <button type="button" className="link-button" onClick={() => setPicking(true)}>
            Thêm đơn vị
          </button>
          <button
            type="button"
            className="link-button"
            onClick={() => save({ all: false, units: [], topics: [] })}
          >
            Thôi theo dõi
          </button>
        </p>
        {failure && (
          <p className="notice notice-bad" role="alert">
            {failure.message}
          </p>
        )}
        {picking && (
          <UnitPicker
            none="Không chọn"
            onClose={() => setPicking(false)}
            onPick={(unit) => {
              setPicking(false);
              if (unit) save({ units: [...follows.units, unit.code] });
            }}
          />
        )}
      </section>
      {press.news.length > 0 && (
        <section aria-labelledby="press-news">
          <h2 id="press-news">Phát ngôn mới trong nội dung theo dõi</h2>
          {press.news.map((item) => (
            <StatementCard key={item.code} item={item} />
          ))}
        </section>
      )}
    </>
  );
}
