import { CopyIcon } from "./icons";
import { useCopy } from "./use-copy";

/** The address that follows a request in any browser; who has it reads all of it. */
export function FollowLink({ url }: { url: string }) {
  const copy = useCopy();
  return (
    <>
      <button
        type="button"
        className="link-button"
        onClick={() => void copy(url, "Đã sao chép đường dẫn theo dõi")}
        data-testid="follow-copy"
      >
        <CopyIcon /> Sao chép đường dẫn theo dõi
      </button>
      <p className="hint">
        Mở được trên mọi trình duyệt, không cần Zalo. Ai có đường dẫn đều đọc được yêu cầu.
      </p>
    </>
  );
}
