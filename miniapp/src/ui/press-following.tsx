import { useState } from "react";
import { Input } from "zmp-ui";
import { useSurroundings } from "../context";
import type { Press, PressFollows } from "../press";
import type { PressWords } from "../press-words";
import { useAction } from "../use-action";
import { StatementCard } from "./statement-item";
import { UnitPicker } from "./unit-picker";

/** What a verified reporter follows, each to be left by itself, and the newest among it. */
export function PressFollowing({ first, words }: { first: Press; words: PressWords }) {
  const { api } = useSurroundings();
  const [press, setPress] = useState(first);
  const { run, busy, failure } = useAction(async (_key, changes: Partial<PressFollows>) =>
    setPress(await api.follow({ ...press.follows, ...changes })),
  );
  const save = (changes: Partial<PressFollows>) => void run(changes);
  return (
    <>
      <section className="card" data-testid="press-following" aria-busy={busy}>
        <h2>{words.follow}</h2>
        <p role="status">{press.following}</p>
        <label className="radio">
          <input
            type="checkbox"
            checked={press.follows.all}
            disabled={busy}
            onChange={({ target }) => save({ all: target.checked })}
            data-testid="press-all"
          />
          {words.followAll}
        </label>
        <Followed press={press} words={words} save={save} />
        <Adding press={press} words={words} save={save} />
        <How press={press} words={words} save={save} />
        {failure && (
          <p className="notice notice-bad" role="alert">
            {failure.message}
          </p>
        )}
      </section>
      {press.news.length > 0 && (
        <section aria-labelledby="press-news">
          <h2 id="press-news">{words.news}</h2>
          {press.news.map((item) => (
            <StatementCard key={item.code} item={item} />
          ))}
        </section>
      )}
    </>
  );
}

interface Props {
  press: Press;
  words: PressWords;
  save: (changes: Partial<PressFollows>) => void;
}

/** Each unit and topic with a button that ends it alone. */
function Followed({ press: { follows }, words, save }: Props) {
  const units = follows.units.map((code, n) => ({
    name: follows.unit_names[n] ?? code,
    end: () => save({ units: follows.units.filter((other) => other !== code) }),
  }));
  const topics = follows.topics.map((topic) => ({
    name: topic,
    end: () => save({ topics: follows.topics.filter((other) => other !== topic) }),
  }));
  if (units.length + topics.length === 0) return null;
  return (
    <ul className="followed">
      {[...units, ...topics].map(({ name, end }) => (
        <li key={name} data-testid="press-followed">
          <span>{name}</span>
          <button
            type="button"
            className="link-button"
            aria-label={`${words.unfollow}: ${name}`}
            onClick={end}
            data-testid="press-unfollow"
          >
            {words.unfollow}
          </button>
        </li>
      ))}
    </ul>
  );
}

function Adding({ press: { follows }, words, save }: Props) {
  const [picking, setPicking] = useState(false);
  const [topic, setTopic] = useState("");
  const add = () => {
    save({ topics: [...follows.topics, topic.trim()] });
    setTopic("");
  };
  return (
    <>
      <div className="field">
        <label htmlFor="topic">{words.topic}</label>
        <Input
          id="topic"
          value={topic}
          onChange={({ target }) => setTopic(target.value)}
          maxLength={80}
          placeholder="đất đai"
          data-testid="press-topic"
        />
      </div>
      <p className="choices">
        <button
          type="button"
          className="link-button"
          disabled={!topic.trim()}
          onClick={add}
          data-testid="press-add-topic"
        >
          {words.addTopic}
        </button>
        <button
          type="button"
          className="link-button"
          onClick={() => setPicking(true)}
          data-testid="press-add-unit"
        >
          {words.addUnit}
        </button>
      </p>
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
    </>
  );
}

/** At once, or in one message a day. */
function How({ press: { follows }, words, save }: Props) {
  return (
    <fieldset className="field">
      <legend className="label">{words.how}</legend>
      {[false, true].map((daily) => (
        <label key={String(daily)} className="radio">
          <input
            type="radio"
            name="how"
            checked={follows.daily === daily}
            onChange={() => save({ daily })}
            data-testid={daily ? "press-daily" : "press-at-once"}
          />
          {daily ? words.daily : words.atOnce}
        </label>
      ))}
    </fieldset>
  );
}
