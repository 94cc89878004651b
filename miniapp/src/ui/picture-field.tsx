import { useCallback } from "react";
import { useSurroundings } from "../context";
import { kinds, tooLarge } from "../pictures";
import type { ReportForm } from "../types";
import type { Change, ReportDraft } from "../use-report-draft";
import type { Upload } from "../use-uploads";
import { UploadField, type Chosen } from "./upload-field";

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

/** The pictures of a report. */
export function PictureField({ form, draft, change, legend, hint, english, ...rest }: Props) {
  const { api } = useSurroundings();
  const most = form.most_bytes;
  const upload: Upload = (file, progress, signal) => {
    const refused = tooLarge(file, most);
    return refused ? Promise.reject(refused) : api.upload(file, progress, signal);
  };
  const changed = useCallback(
    (make: (now: Chosen[]) => Chosen[]) => change(({ pictures }) => ({ pictures: make(pictures) })),
    [change],
  );
  const limit = `${english ? "up to" : "tối đa"} ${form.most_pictures}`;
  return (
    <UploadField
      {...rest}
      name="report"
      accept={kinds}
      most={form.most_pictures}
      upload={upload}
      chosen={draft.pictures}
      change={changed}
      words={{
        legend: `${legend ?? "Ảnh, ảnh chụp màn hình"} (${limit})`,
        choose: english ? "Choose photos" : "Chọn ảnh",
        drop: "Bỏ ảnh",
        hint:
          hint ||
          "Ảnh lớn được thu nhỏ trên máy rồi mới gửi; bản hệ thống nhận được giữ nguyên làm chứng cứ; không gửi báo tin thì ảnh tự được xóa. Không gửi ảnh căn cước, mật khẩu, mã OTP.",
      }}
    />
  );
}
