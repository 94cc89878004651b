import { Input } from "zmp-ui";
import { ready, shortest, useCheck, type Asked } from "../use-check";
import { useKept } from "../use-kept";
import { CheckFound, ReportIt } from "../ui/check-found";
import { CheckPicture } from "../ui/check-picture";
import { Screen } from "../ui/screen";
import { Failed } from "../ui/states";

const longest = 10_000; // characters, as the server has it, and as a report takes

/** /check: is what somebody saw what was published? */
export function CheckPage() {
  const [text, setText] = useKept("to check", "");
  const [picture, setPicture] = useKept<File | undefined>("picture to check", undefined);
  const { found, busy, part, failure, check, forgive } = useCheck();
  const pick = (picked: File | undefined) => {
    setPicture(picked);
    forgive(); // what was wrong was wrong with another one
  };
  const asked: Asked = { text: text.trim(), picture };
  return (
    <Screen title="Có thật không?">
      <section className="card">
        <label className="label" htmlFor="check-text">
          Dán đoạn văn, đường dẫn hoặc số văn bản
        </label>
        <Input.TextArea
          id="check-text"
          data-testid="check-text"
          rows={6}
          maxLength={longest}
          value={text}
          onChange={({ target }) => setText(target.value)}
          placeholder="Ví dụ: 123/QĐ-UBND"
        />
        {asked.text !== "" && asked.text.length < shortest && (
          <p className="hint">Anh/Chị viết ít nhất {shortest} ký tự.</p>
        )}
        <CheckPicture
          picture={picture}
          onPick={pick}
          progress={busy ? part : undefined}
          problem={failure?.fields["picture"]}
        />
        <p className="hint">
          Nội dung được so với phát ngôn, kết luận và kênh chính thức đã công bố. Đường dẫn không được mở.
        </p>
        <button
          type="button"
          className="link-button link-button-primary"
          data-testid="check-send"
          disabled={busy || !ready(asked)}
          onClick={() => void check(asked)}
        >
          {busy ? "Đang so…" : "Kiểm tra"}
        </button>
      </section>
      {failure && !failure.fields["picture"] && (
        <Failed failure={failure} onRetry={() => void check(asked)} />
      )}
      {failure && !found && (
        <p className="choices">
          <ReportIt asked={asked} />
        </p>
      )}
      {found && <CheckFound {...found} />}
    </Screen>
  );
}
