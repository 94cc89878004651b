import { useState } from "react";
import { Link } from "react-router-dom";
import { Button } from "zmp-ui";
import { useSurroundings } from "../context";
import { moment } from "../dates";
import { setTextSize, sizes, textSize } from "../text-size";
import type { Erasure } from "../types";
import { useAction } from "../use-action";
import { Screen } from "../ui/screen";
import { Sheet } from "../ui/sheet";

/** /settings: size of the letters; what the person can do about their data. */
export function SettingsPage() {
  const [erased, setErased] = useState<Erasure>();
  return (
    <Screen title="Cài đặt">
      <Letters />
      {erased ? <Erased erasure={erased} /> : <Data onErased={setErased} />}
    </Screen>
  );
}

function Letters() {
  const { storage } = useSurroundings().host;
  const [size, setSize] = useState(() => textSize(storage));
  return (
    <form className="card form">
      <fieldset>
        <legend>
          <h2>Cỡ chữ</h2>
        </legend>
        {sizes.map(({ name, label }) => (
          <label key={name} className="radio">
            <input
              type="radio"
              name="size"
              checked={size === name}
              onChange={() => (setSize(name), setTextSize(storage, name))}
              data-testid={"size-" + name}
            />
            {label}
          </label>
        ))}
      </fieldset>
    </form>
  );
}

function Data({ onErased }: { onErased: (erasure: Erasure) => void }) {
  const [asking, setAsking] = useState(false);
  return (
    <section className="card">
      <h2>Dữ liệu của Anh/Chị</h2>
      <p>
        Hệ thống giữ mã định danh Zalo, câu hỏi, yêu cầu, báo tin và ảnh Anh/Chị gửi. Xem lại trong{" "}
        <Link to="/requests">Yêu cầu của tôi</Link> và <Link to="/notices">Thông báo</Link>.
      </p>
      <p className="hint">
        Để rút sự đồng ý, Anh/Chị xóa dữ liệu tại đây, hoặc rút quyền của ứng dụng này trong Zalo: dữ liệu
        cũng được xóa.
      </p>
      <button
        type="button"
        className="link-button link-button-quiet"
        onClick={() => setAsking(true)}
        data-testid="erase"
      >
        Xóa dữ liệu của tôi
      </button>
      {asking && <EraseSheet onClose={() => setAsking(false)} onErased={onErased} />}
    </section>
  );
}

function EraseSheet({ onClose, onErased }: { onClose: () => void; onErased: (erasure: Erasure) => void }) {
  const { api, host, memory, outbox } = useSurroundings();
  const { run, busy, failure } = useAction(async (key: string) => {
    const erasure = await api.erase(key);
    host.storage.clear();
    outbox.forget();
    memory.clear();
    onErased(erasure);
  });
  return (
    <Sheet title="Xóa dữ liệu của Anh/Chị?" onClose={onClose}>
      <p>
        Cuộc trò chuyện, tên hiển thị và lịch sử trả lời bị xóa khỏi hệ thống này và không khôi phục được.
      </p>
      <p>
        Yêu cầu và báo tin đã gửi vẫn được xử lý nhưng không còn gắn với Anh/Chị: Anh/Chị sẽ không nhận được
        câu trả lời.
      </p>
      {failure && (
        <p className="notice notice-bad" role="alert" data-testid="failure">
          {failure.message}
        </p>
      )}
      <Button fullWidth loading={busy} onClick={() => void run()} data-testid="erase-sure">
        Đúng, xóa dữ liệu của tôi
      </Button>
    </Sheet>
  );
}

function Erased({ erasure }: { erasure: Erasure }) {
  return (
    <section className="card" role="status" data-testid="erased">
      <h2>Đã xóa dữ liệu của Anh/Chị</h2>
      <p>
        Lúc {moment(erasure.erased_at)}. Việc xóa được ghi trong nhật ký có kiểm chứng của hệ thống, không kèm
        tên Anh/Chị, với mã:
      </p>
      <p className="hash" data-testid="erased-proof">
        {erasure.proof}
      </p>
      <p className="hint">
        Lịch sử trên ứng dụng Zalo do Zalo lưu, Anh/Chị tự xóa trong ứng dụng. Nếu dùng tiếp, Anh/Chị bắt đầu
        như người mới.
      </p>
    </section>
  );
}
