import { Link } from "react-router-dom";
import { ContactCard } from "../ui/contact";
import { Facts } from "../ui/notice";
import { Screen } from "../ui/screen";

/** /about: what this is, what it does with data, what the assistant is. */
export function AboutPage() {
  return (
    <Screen title="Giới thiệu, quyền riêng tư">
      <section className="card">
        <h2>Trợ lý thông tin chính thức</h2>
        <Facts />
      </section>
      <section className="card">
        <h2>Câu trả lời từ đâu</h2>
        <p>
          Mỗi đoạn trích là nguyên văn của một phát ngôn đã được phê duyệt, kèm người phát ngôn, đơn vị và
          ngày. Chưa có phát ngôn thì trợ lý nói là chưa có và chuyển câu hỏi tới đơn vị nếu Anh/Chị muốn.
        </p>
        <p>
          <Link to="/settings">Cài đặt, xóa dữ liệu của tôi</Link>
        </p>
      </section>
      <ContactCard />
    </Screen>
  );
}
