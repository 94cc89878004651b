import { useState, type FormEvent } from "react";
import { Button, Input } from "zmp-ui";
import { useSurroundings } from "../context";
import { asFailure, type Failure } from "../failure";
import type { Press } from "../press";
import { PressFollowing } from "../ui/press-following";
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
  return (
    <Screen title="Thẻ phóng viên">
      {loaded.state === "loading" && <Skeleton cards={2} />}
      {loaded.state === "failed" && <Failed failure={loaded.failure} onRetry={retry} />}
      {loaded.state === "done" && (
        <Card key={loaded.value.id + loaded.value.state} press={loaded.value} onChanged={retry} />
      )}
    </Screen>
  );
}

interface Props {
  press: Press;
  onChanged: () => void;
}

function Card({ press, onChanged }: Props) {
  const [writing, setWriting] = useState(!press.open && !press.verified);
  return (
    <>
      {press.id && (
        <section className="card" data-testid="press-state">
          <h2>{press.state_label}</h2>
          <Lines text={press.text} />
        </section>
      )}
      {press.verified && <PressFollowing press={press} onChanged={onChanged} />}
      {writing ? (
        <Form press={press} onChanged={onChanged} />
      ) : (
        <>
          <button
            type="button"
            className="link-button"
            onClick={() => setWriting(true)}
            data-testid="press-more"
          >
            {press.open ? "Gửi thêm ảnh, sửa thông tin" : "Đăng ký lại (gia hạn, đổi cơ quan)"}
          </button>
          <Quit press={press} onChanged={onChanged} />
        </>
      )}
    </>
  );
}

/** Taken back only when said twice: press statements are gone then, and the pictures. */
function Quit({ press, onChanged }: Props) {
  const { api } = useSurroundings();
  const [sure, setSure] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const quit = () => api.quitPress().then(onChanged, (error: unknown) => setFailure(asFailure(error)));
  return (
    <>
      {sure && (
        <p className="hint">
          Rút {press.id}? Ảnh đã gửi được xóa; không còn xem được phát ngôn dành cho báo chí.
        </p>
      )}
      <button
        type="button"
        className="link-button"
        onClick={() => (sure ? void quit() : setSure(true))}
        data-testid="press-quit"
      >
        {sure ? "Rút đăng ký này" : "Rút đăng ký"}
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
function Form({ press, onChanged }: Props) {
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
        <label htmlFor="newsroom">Cơ quan báo chí (newsroom)</label>
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
          {errors["newsroom"] || "Tên đầy đủ, như trên thẻ hoặc giấy giới thiệu."}
        </p>
      </div>
      <fieldset className="field">
        <legend className="label">Anh/Chị thuộc loại nào?</legend>
        {press.kinds.map((one) => (
          <label key={one.code} className="radio">
            <input
              type="radio"
              name="kind"
              checked={kind === one.code}
              onChange={() => change({ category: one.code })}
              data-testid={"press-kind-" + one.code}
            />
            {one.code.startsWith("int-") ? one.english + " (" + one.text + ")" : one.text}
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
        legend="Ảnh thẻ nhà báo hoặc giấy giới thiệu"
        hint="Chụp rõ chữ và ảnh chân dung. Không gửi ảnh căn cước."
      />
      <p className="hint" data-testid="press-consent">
        {foreign ? press.consent_english : press.consent}
      </p>
      <label className="radio">
        <input
          type="checkbox"
          checked={agreed}
          onChange={({ target }) => setAgreed(target.checked)}
          data-testid="press-agree"
        />
        {foreign ? "I agree" : "Tôi đồng ý"}
      </label>
      {errors["agreed"] && <p className="problem">{errors["agreed"]}</p>}
      {failure && (
        <p className="notice notice-bad" role="alert" data-testid="failure">
          {failure.message} Nội dung Anh/Chị viết được giữ nguyên.
        </p>
      )}
      <Button
        htmlType="submit"
        fullWidth
        loading={busy}
        disabled={sending || !agreed}
        data-testid="press-submit"
      >
        {foreign ? "Agree and send" : "Đồng ý và gửi"}
      </Button>
    </form>
  );
}
