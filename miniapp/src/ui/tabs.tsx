import { useLocation, useNavigate } from "react-router-dom";
import { BottomNavigation } from "zmp-ui";
import { HomeIcon, ListIcon, SearchIcon, SendIcon } from "./icons";

const tabs = [
  { path: "/", label: "Trang chủ", Icon: HomeIcon },
  { path: "/search", label: "Tìm kiếm", Icon: SearchIcon },
  { path: "/file", label: "Gửi yêu cầu", Icon: SendIcon },
  { path: "/requests", label: "Yêu cầu của tôi", Icon: ListIcon },
];

/** The bottom bar, on the screens it leads to and nowhere else. */
export function Tabs() {
  const { pathname } = useLocation();
  const navigate = useNavigate();
  if (!tabs.some(({ path }) => path === pathname)) return null;
  return (
    <nav aria-label="Mục chính">
      <BottomNavigation fixed activeKey={pathname} onChange={(path) => navigate(path)}>
        {tabs.map(({ path, label, Icon }) => (
          <BottomNavigation.Item key={path} label={label} icon={<Icon />} />
        ))}
      </BottomNavigation>
    </nav>
  );
}
