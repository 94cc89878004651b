import type { SentFile } from "../types";

const kinds: Readonly<Record<string, string>> = { picture: "Ảnh", pdf: "PDF", docx: "DOCX", xlsx: "XLSX" };

/** What a person sent with a request, and what of it could not be kept. */
export function SentFiles({ files }: { files: SentFile[] }) {
  if (files.length === 0) return null;
  return (
    <>
      <h3>Tệp đã gửi kèm</h3>
      <ol data-testid="sent-files">
        {files.map((file, n) => (
          <li key={n}>
            {file.name}
            {file.problem ? `: ${file.problem}` : ` (${about(file)})`}
          </li>
        ))}
      </ol>
    </>
  );
}

function about({ type, size }: SentFile): string {
  const kind = kinds[type];
  return kind
    ? `${kind}, ${Math.max(1, Math.round(size / 1024)).toLocaleString("vi-VN")} KB`
    : "đang nhận từ Zalo";
}
