import { useState } from "react";
import { Link } from "react-router-dom";
import { useSurroundings } from "../context";
import { moment } from "../dates";
import type { Settings } from "../types";
import { useAction } from "../use-action";
import { useLoad } from "../use-load";
import { Failed, Skeleton } from "./states";

/** Which messages a person wants: only what the server heeds can be switched. */
export function Messages() {
  const { api } = useSurroundings();
  const [settings, retry] = useLoad("settings", (signal) => api.settings(signal));
  return (
    <section className="card" data-testid="messages">
      <h2>Tin nhắn qua Zalo</h2>
      {settings.state === "loading" && <Skeleton />}
      {settings.state === "failed" && <Failed failure={settings.failure} onRetry={retry} />}
      {settings.state === "done" && <Wanted first={settings.value} />}
    </section>
  );
}

function Wanted({ first }: { first: Settings }) {
  const { api } = useSurroundings();
  const [settings, setSettings] = useState(first);
  const [saved, setSaved] = useState(false);
  const { run, busy, failure } = useAction(async (_key, wanted: boolean) => {
    setSaved(false);
    setSettings(await api.hearConclusions(wanted));
    setSaved(true);
  });
  return (
    <>
      {!settings.chat && (
        <p className="notice" data-testid="messages-none">
          Anh/Chị chưa nhắn cho tài khoản Zalo chính thức nên hệ thống chưa nhắn tin cho Anh/Chị được. Câu trả
          lời vẫn đọc được trong <Link to="/requests">Yêu cầu của tôi</Link>.
        </p>
      )}
      <p>Luôn nhắn: tin về yêu cầu của Anh/Chị, và khi thông tin đã trả lời Anh/Chị thay đổi.</p>
      <label className="radio">
        <input
          type="checkbox"
          checked={settings.conclusions}
          disabled={busy}
          onChange={({ target }) => void run(target.checked)}
          data-testid="messages-conclusions"
        />
        Kết luận về tin Anh/Chị đã báo, nội dung Anh/Chị nhờ báo
      </label>
      {settings.quiet_since && (
        <p className="hint" data-testid="messages-quiet">
          Không nhắn kết luận về những gì Anh/Chị đã báo, đã nhờ trước {moment(settings.quiet_since)}. Tin đã
          báo vẫn xem được trong <Link to="/requests">Yêu cầu của tôi</Link>. Từ nay Anh/Chị chọn nhận kết quả
          của tin nào thì vẫn được nhắn về tin đó.
        </p>
      )}
      {settings.press && (
        <p>
          <Link to="/press">Phát ngôn mới: đơn vị, chủ đề theo dõi, nhắn ngay hay mỗi ngày một tin</Link>
        </p>
      )}
      {failure && (
        <p className="notice notice-bad" role="alert" data-testid="messages-failure">
          {failure.message} Lựa chọn vẫn như trước.
        </p>
      )}
      <p role="status" className="hint">
        {saved && "Đã lưu lựa chọn."}
      </p>
    </>
  );
}
