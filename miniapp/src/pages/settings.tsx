import { useState } from "react";
import { Link } from "react-router-dom";
import { Button } from "zmp-ui";
import { useSurroundings } from "../context";
import { moment } from "../dates";
import { setTextSize, sizes, textSize } from "../text-size";
import type { Erasure } from "../types";
import { useAction } from "../use-action";
import { DataRights } from "../ui/data-rights";
import { Messages } from "../ui/messages";
import { Screen } from "../ui/screen";
import { Sheet } from "../ui/sheet";

/** /settings: size of the letters; which messages come; what the person can do about their data. */
export function SettingsPage() {
  const [erased, setErased] = useState<Erasure>();
  return (
    <Screen title="Cài đặt">
      <Letters />
      <Messages />
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
  const [asking, setAsking] = useState<"delete" | "withdraw">();
  return (
    <section className="card">
      <h2>Dữ liệu của Anh/Chị</h2>
      <p>
        Hệ thống giữ mã định danh Zalo, câu hỏi, yêu cầu, báo tin và ảnh Anh/Chị gửi. Xem lại trong{" "}
        <Link to="/requests">Yêu cầu của tôi</Link> và <Link to="/notices">Thông báo</Link>.
      </p>
      <p className="hint">
        Thời hạn lưu: nhắn “quyền riêng tư” trong Zalo. Rút lại đồng ý tại đây, hoặc rút quyền của ứng dụng
        này trong Zalo, thì dữ liệu bị xóa ngay.
      </p>
      <DataRights />
      <button
        type="button"
        className="link-button link-button-quiet"
        onClick={() => setAsking("withdraw")}
        data-testid="unconsent"
      >
        Rút lại đồng ý
      </button>
      <button
        type="button"
        className="link-button link-button-quiet"
        onClick={() => setAsking("delete")}
        data-testid="erase"
      >
        Xóa dữ liệu của tôi
      </button>
      {asking && <EraseSheet right={asking} onClose={() => setAsking(undefined)} onErased={onErased} />}
    </section>
  );
}

interface EraseProps {
  right: "delete" | "withdraw";
  onClose: () => void;
  onErased: (erasure: Erasure) => void;
}

function EraseSheet({ right, onClose, onErased }: EraseProps) {
  const { api, host, memory, outbox } = useSurroundings();
  const { run, busy, failure } = useAction(async (key: string) => {
    const erasure = await api.erase(right, key);
    host.storage.clear();
    outbox.forget();
    memory.clear();
    onErased(erasure);
  });
  return (
    <Sheet title={right === "delete" ? "Xóa dữ liệu của Anh/Chị?" : "Rút lại đồng ý?"} onClose={onClose}>
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
        {right === "delete" ? "Đúng, xóa dữ liệu của tôi" : "Đúng, rút lại và xóa dữ liệu"}
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
