import type { ReactNode } from "react";
import { Sheet } from "./sheet";

/** What a person must know before the first question; children are the choices. */
export function Notice({ onClose, children }: { onClose?: () => void; children: ReactNode }) {
  return (
    <Sheet title="Trợ lý thông tin chính thức" {...(onClose && { onClose })}>
      <Facts />
      {children}
    </Sheet>
  );
}

export function Facts() {
  return (
    <ul className="facts">
      <li>
        Đây là <strong>trợ lý ảo (AI)</strong>. Trợ lý chỉ <strong>trích nguyên văn</strong> phát ngôn đã được
        người phát ngôn phê duyệt; không tự viết câu trả lời thay cơ quan nhà nước.
      </li>
      <li>
        Dữ liệu sử dụng: mã định danh Zalo, câu hỏi, yêu cầu, báo tin và ảnh Anh/Chị gửi – chỉ để trả lời, xác
        minh và báo kết quả. Ứng dụng không lấy số điện thoại, danh bạ hay vị trí.
      </li>
      <li>
        Muốn xóa dữ liệu, Anh/Chị vào Thêm, Cài đặt, “Xóa dữ liệu của tôi”; hoặc nhắn “xóa dữ liệu” cho tài
        khoản Zalo chính thức. Không gửi đơn tố cáo qua kênh này.
      </li>
    </ul>
  );
}
