import { useEffect, useState } from "react";
import { kinds, tooLarge } from "../pictures";

const most = 8 << 20; // bytes, as the server has it

interface Props {
  picture: File | undefined;
  onPick: (picture: File | undefined) => void;
  progress: number | undefined; // of what is sent, 0 to 1
  problem: string | undefined; // what the server says of it
}

/** The picture that is to be compared. It leaves the phone when the check is asked for. */
export function CheckPicture({ picture, onPick, progress, problem }: Props) {
  const [refused, setRefused] = useState("");
  const url = useURL(picture);
  const choose = (file: File | undefined) => {
    if (!file) return;
    const failure = tooLarge(file, most);
    setRefused(failure?.message ?? "");
    if (!failure) onPick(file);
  };
  const wrong = refused || problem;
  return (
    <fieldset className="field">
      <legend className="label">Hoặc chọn ảnh, ảnh chụp màn hình</legend>
      {picture && (
        <ul className="pictures">
          <li data-testid="check-picture">
            {url ? <img src={url} alt="" /> : <span className="no-preview" />}
            <span className="about-picture">
              {picture.name}
              {progress !== undefined && <progress value={progress} max={1} aria-label="Đang tải ảnh" />}
            </span>
            <button
              type="button"
              className="link"
              onClick={() => onPick(undefined)}
              aria-label={"Bỏ ảnh " + picture.name}
            >
              Bỏ
            </button>
          </li>
        </ul>
      )}
      <span className="link-button choose-picture">
        {picture ? "Chọn ảnh khác" : "Chọn ảnh"}
        <input
          type="file"
          accept={kinds}
          aria-label="Chọn ảnh"
          data-testid="check-choose"
          onChange={({ target }) => {
            choose(target.files?.[0]);
            target.value = ""; // the same picture may be chosen again
          }}
        />
      </span>
      <p
        className={wrong ? "problem" : "hint"}
        role={wrong ? "alert" : undefined}
        data-testid="check-picture-note"
      >
        {wrong ||
          "Ảnh chỉ được so với ảnh trong các vụ việc đã có, máy chủ không giữ lại. Khi Anh/Chị bấm “Báo tin này”, ảnh mới được tải lên làm chứng cứ."}
      </p>
    </fieldset>
  );
}

/** An address that shows a picture of the phone. */
function useURL(picture: File | undefined) {
  const [url, setURL] = useState<string>();
  useEffect(() => {
    if (!picture || typeof URL.createObjectURL !== "function") return;
    const made = URL.createObjectURL(picture);
    setURL(made);
    return () => {
      setURL(undefined);
      URL.revokeObjectURL(made);
    };
  }, [picture]);
  return url;
}
