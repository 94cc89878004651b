import { useEffect, useRef, useState } from "react";
import { retriable } from "../pictures";
import { useUploads, type Sending, type Upload } from "../use-uploads";

/** A file that is on the server, by its SHA-256; it waits there for a day. */
export interface Chosen {
  sha256: string;
  name: string;
}

/** What a field of files is called and says. */
export interface UploadWords {
  legend: string;
  choose: string;
  drop: string; // before a file's name
  hint: string;
}

interface Props {
  words: UploadWords;
  name: string; // begins the ids that tests look for
  accept: string;
  most: number; // files
  upload: Upload;
  chosen: Chosen[];
  change: (make: (now: Chosen[]) => Chosen[]) => void;
  error: string | undefined;
  onBusy: (busy: boolean) => void;
  first?: File | undefined; // one that was chosen elsewhere
}

/** Files: chosen, on their way with progress, and arrived. */
export function UploadField(props: Props) {
  const { words, name, accept, most, upload, chosen, change, error, onBusy, first } = props;
  const previews = usePreviews();
  const { sending, add, again, drop } = useUploads(upload, ({ sha256 }, file) => {
    previews.keep(sha256, file);
    change((now) => (now.some((one) => one.sha256 === sha256) ? now : [...now, { sha256, name: file.name }]));
  });
  const busy = sending.length > 0;
  useEffect(() => onBusy(busy), [busy, onBusy]);
  const begun = useRef(false);
  useEffect(() => {
    if (first && !begun.current) add(first);
    begun.current = true;
  }, [first, add]);
  const room = most - chosen.length - sending.length;
  const choose = (files: FileList | null) =>
    Array.from(files ?? [])
      .slice(0, Math.max(0, room))
      .forEach((file) => add(file));
  const remove = (sha256: string) => change((now) => now.filter((one) => one.sha256 !== sha256));

  return (
    <fieldset className="field">
      <legend className="label">{words.legend}</legend>
      <ul className="pictures" aria-live="polite">
        {chosen.map((one) => (
          <li key={one.sha256} data-testid={name + "-picture"}>
            <Preview url={previews.of(one.sha256)} name={one.name} />
            <span className="about-picture">
              {one.name}
              <br />
              Đã tải lên
            </span>
            <button
              type="button"
              className="link"
              onClick={() => remove(one.sha256)}
              aria-label={`${words.drop} ${one.name}`}
            >
              Bỏ
            </button>
          </li>
        ))}
        {sending.map((one) => (
          <OnItsWay
            key={one.id}
            one={one}
            name={name}
            label={`${words.drop} ${one.file.name}`}
            onAgain={() => again(one)}
            onDrop={() => drop(one.id)}
          />
        ))}
      </ul>
      {room > 0 && (
        <span className="link-button choose-picture">
          {words.choose}
          <input
            type="file"
            accept={accept}
            multiple
            aria-label={words.choose}
            data-testid={name + "-choose"}
            onChange={({ target }) => {
              choose(target.files);
              target.value = ""; // the same file may be chosen again
            }}
          />
        </span>
      )}
      <p className={error ? "problem" : "hint"}>{error || words.hint}</p>
    </fieldset>
  );
}

interface OnItsWayProps {
  one: Sending;
  name: string;
  label: string; // of the button that gives it up
  onAgain: () => void;
  onDrop: () => void;
}

function OnItsWay({ one, name, label, onAgain, onDrop }: OnItsWayProps) {
  const { file, part, failure } = one;
  return (
    <li data-testid={name + "-sending"}>
      <span className="no-preview" />
      <span className="about-picture">
        {file.name}
        {failure ? (
          <span className="problem line" role="alert" data-testid="picture-failure">
            {Object.values(failure.fields)[0] ?? failure.message}
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
      <button type="button" className="link" onClick={onDrop} aria-label={label}>
        Bỏ
      </button>
    </li>
  );
}

/** The picture, or of what kind the file is. */
function Preview({ url, name }: { url: string | undefined; name: string }) {
  const kind = /\.(\w{2,4})$/.exec(name)?.[1] ?? "";
  const paper = /^(pdf|docx|xlsx)$/i.test(kind);
  if (url && !paper) return <img src={url} alt="" />;
  return (
    <span className="no-preview" aria-hidden>
      {kind.toUpperCase()}
    </span>
  );
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
