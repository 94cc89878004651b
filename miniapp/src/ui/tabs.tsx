import { Link, useLocation } from "react-router-dom";
import { HomeIcon, ListIcon, MoreIcon, SearchIcon, SendIcon } from "./icons";

const tabs = [
  { path: "/", label: "Trang chủ", Icon: HomeIcon },
  { path: "/search", label: "Tìm kiếm", Icon: SearchIcon },
  { path: "/file", label: "Gửi yêu cầu", Icon: SendIcon },
  { path: "/requests", label: "Của tôi", Icon: ListIcon },
  { path: "/more", label: "Thêm", Icon: MoreIcon },
];

/** The bottom bar, on the screens it leads to and nowhere else. */
export function Tabs() {
  const { pathname } = useLocation();
  if (!tabs.some(({ path }) => path === pathname)) return null;
  return (
    <nav className="tabs" aria-label="Mục chính">
      {tabs.map(({ path, label, Icon }) => (
        <Link key={path} to={path} aria-current={path === pathname ? "page" : undefined}>
          <Icon />
          <span>{label}</span>
        </Link>
      ))}
    </nav>
  );
}
