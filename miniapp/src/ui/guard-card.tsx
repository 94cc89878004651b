import { useEffect, useRef } from "react";
import { Link } from "react-router-dom";
import { moment } from "../dates";
import type { Guard } from "../types";

interface Props {
  guard: Guard;
  busy: boolean;
  onFollow: () => void;
}

/** What is known of a question that is about to be filed, in the words of the chat. */
export function GuardCard({ guard: { statement, alike, scheduled }, busy, onFollow }: Props) {
  const card = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    card.current?.scrollIntoView?.({ block: "center" }); // above the bar with the buttons
  }, []);
  return (
    <section ref={card} className="notice notice-info guard" aria-labelledby="guard" data-testid="guard">
      <h2 id="guard" ref={heading} tabIndex={-1}>
        Trước khi gửi
      </h2>
      {statement && (
        <p data-testid="guard-statement">
          Đã có phát ngôn có thể trả lời câu hỏi này:{" "}
          <Link to={"/s/" + encodeURIComponent(statement.code)}>{statement.title}</Link>. Câu hỏi Anh/Chị viết
          được giữ nguyên ở đây.
        </p>
      )}
      {scheduled && (
        <p data-testid="guard-scheduled">
          Thông tin chính thức gần với nội dung này dự kiến được công bố lúc {moment(scheduled.at)} (
          {scheduled.unit_name}).
        </p>
      )}
      {alike && (
        <>
          <p data-testid="guard-alike">
            Một yêu cầu tương tự đang được {alike.unit_name} xử lý{alike.topic && ` (${alike.topic})`}.
            Anh/Chị có thể theo dõi để nhận cùng câu trả lời, hoặc vẫn gửi riêng.
          </p>
          <button
            type="button"
            className="link-button link-button-primary"
            disabled={busy}
            onClick={onFollow}
            data-testid="guard-follow"
          >
            Theo dõi yêu cầu này
          </button>
        </>
      )}
    </section>
  );
}
