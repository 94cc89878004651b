import { useState, type FormEvent } from "react";
import { Button, Input } from "zmp-ui";
import { useSurroundings } from "../context";
import { asFailure, type Failure } from "../failure";
import type { Press } from "../press";
import { pressWords, type PressWords } from "../press-words";
import { PressFollowing } from "../ui/press-following";
import { Room } from "../ui/press-room";
import { PictureField } from "../ui/picture-field";
import { Lines } from "../ui/report-state";
import { Screen } from "../ui/screen";
import { Failed, Skeleton } from "../ui/states";
import { useLoad } from "../use-load";
import { useReportDraft } from "../use-report-draft";

/** /press: a reporter registers, sees where it stands, and says what to follow. */
export function PressCardPage() {
  const { api } = useSurroundings();
  const [loaded, retry] = useLoad("press", (signal) => api.press(signal));
  const { english, words, change } = useLanguage();
  return (
    <Screen title={words.title}>
      <p>
        <button
          type="button"
          className="link"
          lang={english ? "vi" : "en"}
          onClick={change}
          data-testid="press-language"
        >
          {words.other}
        </button>
      </p>
      {loaded.state === "loading" && <Skeleton cards={2} />}
      {loaded.state === "failed" && <Failed failure={loaded.failure} onRetry={retry} />}
      {loaded.state === "done" && (
        <div lang={english ? "en" : "vi"}>
          <Card
            key={loaded.value.id + loaded.value.state}
            press={loaded.value}
            words={words}
            onChanged={retry}
          />
        </div>
      )}
    </Screen>
  );
}

/** Foreign press reads English, once they chose it. */
function useLanguage() {
  const { storage } = useSurroundings().host;
  const [english, setEnglish] = useState(() => storage.get(chosen) === "en");
  const change = () => {
    storage.set(chosen, english ? "vi" : "en");
    setEnglish(!english);
  };
  return { english, words: pressWords(english), change };
}

const chosen = "press language";

interface Props {
  press: Press;
  words: PressWords;
  onChanged: () => void;
}

function Card({ press, words, onChanged }: Props) {
  const [writing, setWriting] = useState(!press.open && !press.verified);
  return (
    <>
      {press.id && (
        <section className="card" data-testid="press-state">
          <h2>{press.state_label}</h2>
          <Lines text={press.text} />
        </section>
      )}
      {press.verified && (
        <>
          <Room words={words} />
          <PressFollowing first={press} words={words} />
        </>
      )}
      {writing ? (
        <Form press={press} words={words} onChanged={onChanged} />
      ) : (
        <>
          <button
            type="button"
            className="link-button"
            onClick={() => setWriting(true)}
            data-testid="press-more"
          >
            {press.open ? words.more : words.again}
          </button>
          <Quit press={press} words={words} onChanged={onChanged} />
        </>
      )}
    </>
  );
}

const foreignFirst = ({ code, english, text }: Press["kinds"][number]) =>
  code.startsWith("int-") ? `${english} (${text})` : text;

/** Taken back only when said twice: press statements are gone then, and the pictures. */
function Quit({ press, words, onChanged }: Props) {
  const { api } = useSurroundings();
  const [sure, setSure] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const quit = () => api.quitPress().then(onChanged, (error: unknown) => setFailure(asFailure(error)));
  return (
    <>
      {sure && (
        <p className="hint">
          {press.id}: {words.quitHint}
        </p>
      )}
      <button
        type="button"
        className="link-button"
        onClick={() => (sure ? void quit() : setSure(true))}
        data-testid="press-quit"
      >
        {sure ? words.quitSure : words.quit}
      </button>
      {failure && (
        <p className="notice notice-bad" role="alert">
          {failure.message}
        </p>
      )}
    </>
  );
}

// The draft is a report's: text is the newsroom, category the kind. Kept at each change.
function Form({ press, words, onChanged }: Props) {
  const { api } = useSurroundings();
  const { draft, change, filed } = useReportDraft("press draft");
  const [agreed, setAgreed] = useState(false);
  const [busy, setBusy] = useState(false);
  const [sending, setSending] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const newsroom = draft.text || press.newsroom;
  const kind = draft.category || press.kind;
  const foreign = kind.startsWith("int-");
  const errors = failure?.fields ?? {};

  async function send(event: FormEvent) {
    event.preventDefault();
    if (busy || sending) return;
    setBusy(true);
    const pictures = draft.pictures.map((one) => one.sha256);
    try {
      await api.register({ newsroom: newsroom.trim(), kind, pictures, agreed }, draft.key);
      filed();
      onChanged();
    } catch (error) {
      setFailure(asFailure(error));
      setBusy(false);
    }
  }

  return (
    <form className="form" onSubmit={(event) => void send(event)} noValidate>
      <div className="field">
        <label htmlFor="newsroom">{words.newsroom}</label>
        <Input
          id="newsroom"
          value={newsroom}
          onChange={({ target }) => change({ text: target.value })}
          maxLength={120}
          aria-invalid={!!errors["newsroom"]}
          aria-describedby="newsroom-note"
          data-testid="press-newsroom"
        />
        <p id="newsroom-note" className={errors["newsroom"] ? "problem" : "hint"}>
          {errors["newsroom"] || words.newsroomHint}
        </p>
      </div>
      <fieldset className="field">
        <legend className="label">{words.kind}</legend>
        {press.kinds.map((one) => (
          <label key={one.code} className="radio">
            <input
              type="radio"
              name="kind"
              checked={kind === one.code}
              onChange={() => change({ category: one.code })}
              data-testid={"press-kind-" + one.code}
            />
            {words.english ? one.english : foreignFirst(one)}
          </label>
        ))}
        {errors["kind"] && <p className="problem">{errors["kind"]}</p>}
      </fieldset>
      <PictureField
        form={press}
        draft={draft}
        change={change}
        error={errors["pictures"]}
        onBusy={setSending}
        legend={words.pictures}
        hint={words.picturesHint}
        english={words.english}
      />
      <p className="hint" data-testid="press-consent">
        {foreign || words.english ? press.consent_english : press.consent}
      </p>
      <label className="radio">
        <input
          type="checkbox"
          checked={agreed}
          onChange={({ target }) => setAgreed(target.checked)}
          data-testid="press-agree"
        />
        {foreign ? pressWords(true).agree : words.agree}
      </label>
      {errors["agreed"] && <p className="problem">{errors["agreed"]}</p>}
      {failure && (
        <p className="notice notice-bad" role="alert" data-testid="failure">
          {failure.message} {words.kept}
        </p>
      )}
      <Button
        htmlType="submit"
        fullWidth
        loading={busy}
        disabled={sending || !agreed}
        data-testid="press-submit"
      >
        {foreign ? pressWords(true).send : words.send}
      </Button>
    </form>
  );
}
