import { useCallback } from "react";
import { useSurroundings } from "../context";
import { kinds } from "../pictures";
import { Failure } from "../failure";
import type { Draft, ChangeDraft } from "../use-draft";
import type { Upload } from "../use-uploads";
import { UploadField, type Chosen } from "./upload-field";

interface Props {
  most: number; // files
  mostBytes: number; // of each
  draft: Draft;
  change: ChangeDraft;
  error: string | undefined;
  onBusy: (busy: boolean) => void;
}

const papers = ".pdf,.docx,.xlsx";

/** Why a file is not even sent. */
function tooLarge(file: Blob, most: number): Failure | undefined {
  if (file.size <= most) return undefined;
  const text = `Tệp lớn hơn ${Math.floor(most / 1_048_576)} MB nên chưa gửi. Anh/Chị chụp màn hình phần cần gửi rồi gửi ảnh.`;
  return new Failure("server", text, 413);
}

/** Pictures and papers that go with a request. */
export function FileField({ most, mostBytes, draft, change, error, onBusy }: Props) {
  const { api } = useSurroundings();
  const upload: Upload = (file, progress, signal) => {
    const refused = tooLarge(file, mostBytes);
    return refused ? Promise.reject(refused) : api.uploadFile(file, progress, signal);
  };
  const changed = useCallback(
    (make: (now: Chosen[]) => Chosen[]) => change(({ files }) => ({ files: make(files) })),
    [change],
  );
  return (
    <UploadField
      name="request"
      accept={`${kinds},${papers}`}
      most={most}
      upload={upload}
      chosen={draft.files}
      change={changed}
      error={error}
      onBusy={onBusy}
      words={{
        legend: `Ảnh, tài liệu kèm theo (tối đa ${most})`,
        choose: "Chọn ảnh, tệp",
        drop: "Bỏ tệp",
        hint: "Ảnh, PDF, DOCX, XLSX. Ảnh lớn được thu nhỏ trên máy rồi mới gửi. Đơn vị xử lý xem được; không gửi yêu cầu thì tệp tự được xóa. Không gửi ảnh căn cước.",
      }}
    />
  );
}
