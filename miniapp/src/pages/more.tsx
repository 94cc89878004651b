import { Link } from "react-router-dom";
import { ChevronIcon } from "../ui/icons";
import { Screen } from "../ui/screen";
import { ChatLink } from "../ui/where-answered";

const ways = [
  {
    to: "/check",
    name: "Có thật không?",
    about: "So một tin, đường dẫn, số văn bản với thông tin đã công bố",
  },
  { to: "/report", name: "Báo tin giả", about: "Đường dẫn, ảnh chụp, tin nhắn có dấu hiệu giả, sai sự thật" },
  {
    to: "/notices",
    name: "Thông báo",
    about: "Điều đã báo cho Anh/Chị, cả tin Zalo chưa xác nhận đã chuyển",
  },
  { to: "/units", name: "Danh bạ cơ quan", about: "Người phát ngôn và kênh chính thức của từng đơn vị" },
  { to: "/settings", name: "Cài đặt", about: "Cỡ chữ, dữ liệu của Anh/Chị" },
  { to: "/about", name: "Giới thiệu, quyền riêng tư", about: "Trợ lý ảo (AI), dữ liệu được dùng thế nào" },
];

/** /more: what has no place in the bottom bar. */
export function MorePage() {
  return (
    <Screen title="Thêm" tab>
      <nav aria-label="Các mục khác">
        {ways.map(({ to, name, about }) => (
          <Link key={to} to={to} className="card card-link card-row">
            <span>
              <strong>{name}</strong>
              <span className="line hint">{about}</span>
            </span>
            <ChevronIcon />
          </Link>
        ))}
      </nav>
      <p className="hint">
        <ChatLink />
      </p>
    </Screen>
  );
}
