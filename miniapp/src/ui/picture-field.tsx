import { useEffect, useRef, useState } from "react";
import { kinds, retriable } from "../pictures";
import type { ReportForm } from "../types";
import type { Change, ReportDraft } from "../use-report-draft";
import { useUploads, type Sending } from "../use-uploads";

interface Props {
  form: Pick<ReportForm, "most_pictures" | "most_bytes">;
  draft: ReportDraft;
  change: Change;
  error: string | undefined;
  onBusy: (busy: boolean) => void;
  legend?: string; // of what the pictures are
  hint?: string; // what becomes of them
  first?: File | undefined; // one that was chosen elsewhere
  english?: boolean; // for foreign press
}

/** The pictures of a report: chosen, on their way with progress, and arrived. */
export function PictureField({ form, draft, change, error, onBusy, legend, hint, first, english }: Props) {
  const previews = usePreviews();
  const { sending, add, again, drop } = useUploads(form.most_bytes, ({ sha256 }, file) => {
    previews.keep(sha256, file);
    change(({ pictures }) => ({
      pictures: pictures.some((one) => one.sha256 === sha256)
        ? pictures
        : [...pictures, { sha256, name: file.name }],
    }));
  });
  const busy = sending.length > 0;
  useEffect(() => onBusy(busy), [busy, onBusy]);
  const begun = useRef(false);
  useEffect(() => {
    if (first && !begun.current) add(first);
    begun.current = true;
  }, [first, add]);
  const room = form.most_pictures - draft.pictures.length - sending.length;
  const choose = (files: FileList | null) =>
    Array.from(files ?? [])
      .slice(0, Math.max(0, room))
      .forEach((file) => add(file));
  const remove = (sha256: string) =>
    change(({ pictures }) => ({ pictures: pictures.filter((one) => one.sha256 !== sha256) }));

  return (
    <fieldset className="field">
      <legend className="label">
        {legend ?? "Ảnh, ảnh chụp màn hình"} ({english ? "up to" : "tối đa"} {form.most_pictures})
      </legend>
      <ul className="pictures" aria-live="polite">
        {draft.pictures.map(({ sha256, name }) => (
          <li key={sha256} data-testid="report-picture">
            <Preview url={previews.of(sha256)} />
            <span className="about-picture">
              {name}
              <br />
              Đã tải lên
            </span>
            <button
              type="button"
              className="link"
              onClick={() => remove(sha256)}
              aria-label={"Bỏ ảnh " + name}
            >
              Bỏ
            </button>
          </li>
        ))}
        {sending.map((one) => (
          <OnItsWay key={one.id} one={one} onAgain={() => again(one)} onDrop={() => drop(one.id)} />
        ))}
      </ul>
      {room > 0 && (
        <span className="link-button choose-picture">
          {english ? "Choose photos" : "Chọn ảnh"}
          <input
            type="file"
            accept={kinds}
            multiple
            aria-label={english ? "Choose photos" : "Chọn ảnh"}
            data-testid="report-choose"
            onChange={({ target }) => {
              choose(target.files);
              target.value = ""; // the same picture may be chosen again
            }}
          />
        </span>
      )}
      <p className={error ? "problem" : "hint"}>
        {error ||
          hint ||
          "Ảnh lớn được thu nhỏ trên máy rồi mới gửi; bản hệ thống nhận được giữ nguyên làm chứng cứ; không gửi báo tin thì ảnh tự được xóa. Không gửi ảnh căn cước, mật khẩu, mã OTP."}
      </p>
    </fieldset>
  );
}

function OnItsWay({ one, onAgain, onDrop }: { one: Sending; onAgain: () => void; onDrop: () => void }) {
  const { file, part, failure } = one;
  return (
    <li data-testid="report-sending">
      <span className="no-preview" />
      <span className="about-picture">
        {file.name}
        {failure ? (
          <span className="problem line" role="alert" data-testid="picture-failure">
            {failure.fields["picture"] ?? failure.message}
          </span>
        ) : (
          <>
            <span className="line">Đang tải lên: {Math.round(part * 100)}%</span>
            <progress value={part} max={1} aria-label={"Đang tải " + file.name} />
          </>
        )}
      </span>
      {failure && retriable(failure) && (
        <button type="button" className="link" onClick={onAgain} data-testid="picture-again">
          Thử lại
        </button>
      )}
      <button type="button" className="link" onClick={onDrop} aria-label={"Bỏ ảnh " + file.name}>
        Bỏ
      </button>
    </li>
  );
}

function Preview({ url }: { url: string | undefined }) {
  return url ? <img src={url} alt="" /> : <span className="no-preview" />;
}

/** What was chosen on this screen can be looked at; nothing is fetched for it. */
function usePreviews() {
  const urls = useRef(new Map<string, string>());
  const [, redraw] = useState(0);
  useEffect(() => {
    const all = urls.current;
    return () => all.forEach((url) => URL.revokeObjectURL(url));
  }, []);
  return {
    of: (sha256: string) => urls.current.get(sha256),
    keep(sha256: string, file: File) {
      if (urls.current.has(sha256) || typeof URL.createObjectURL !== "function") return;
      urls.current.set(sha256, URL.createObjectURL(file));
      redraw((n) => n + 1);
    },
  };
}
