// The stand-in's part for reports of false content; the words are invented, their order and
// shape are the server's.
import { createHash } from "node:crypto";

const signs = "có dấu hiệu giả, sai sự thật";
const pending = "Nội dung có dấu hiệu giả, sai sự thật; chỉ cơ quan có thẩm quyền được kết luận.";

export const reportForm = {
  categories: [
    { code: "policy", name: "Chính sách, pháp luật" },
    { code: "economy", name: "Kinh tế, tài chính" },
    { code: "health", name: "Y tế và sản phẩm y tế" },
    { code: "disaster", name: "Thiên tai, dịch bệnh" },
    { code: "security", name: "An ninh quốc gia, trật tự an toàn xã hội" },
    { code: "account", name: "Tài khoản giả mạo" },
    { code: "scam", name: "Đường link lừa đảo" },
    { code: "other", name: "Lĩnh vực khác" },
  ],
  how: "Anh/Chị gửi đường dẫn, ảnh chụp màn hình, hoặc mô tả thông tin đã thấy.",
  danger: "Nếu đang có người gặp nguy hiểm, xin gọi ngay: 113, 114, 115.",
  victim: "Nếu đã mất tiền, hãy liên hệ ngay ngân hàng và Công an; đừng xóa tin nhắn.",
  scam: "Không chuyển tiền, không cung cấp mã OTP.",
  honest: "Lợi dụng báo tin để vu khống có thể bị xử lý.",
  who: "Đơn vị xác minh thấy nội dung; muốn xem Anh/Chị là ai phải nêu lý do, và mỗi lần xem hay đưa vào hồ sơ chuyển cơ quan có thẩm quyền đều được ghi lại.",
  most_pictures: 5,
  most_bytes: 8 << 20,
};

export const reportRoutes = {
  "POST /reports/check": (_state, { body }) => {
    const objection = refused(body);
    if (objection) return objection;
    const lost = body.text.includes("mất tiền");
    return [
      200,
      {
        advice: lost ? reportForm.victim : "",
        known: body.link.includes("known") ? "Vụ việc TG-2026-00007 – Đang xử lý." : "",
        summary: "Báo tin sẽ gửi: " + body.text,
        missing: "",
        honest: reportForm.honest,
        who: reportForm.who,
        named: "Gửi, báo kết quả cho tôi",
        unnamed: "Gửi ẩn danh",
        unnamed_first: body.text.includes("sợ"),
      },
    ];
  },
  "POST /pictures": (state, { body }) => {
    if (!/^(image|\x89PNG)/.test(body.toString("latin1"))) {
      const picture = "Tệp không phải ảnh JPEG, PNG, GIF hoặc WebP nên chưa nhận.";
      return [422, { detail: "Nội dung chưa hợp lệ.", errors: { picture } }];
    }
    state.pictures.push(body);
    const sha256 = createHash("sha256").update(body).digest("hex");
    return [201, { sha256, size: body.length, received_at: new Date().toISOString() }];
  },
  "POST /reports": (state, { body, headers }) => {
    const objection = refused(body);
    if (objection) return objection;
    const key = headers["idempotency-key"];
    if (!state.reported.has(key)) state.reported.set(key, newReport(state, body));
    return [201, state.reported.get(key)];
  },
  "GET /reports": (state) => [200, { items: [...state.reported.values()].filter((r) => !r.anonymous) }],
};

export function reportRoute(state, { method, url, body }) {
  const [id, more] = decodeURIComponent(url.pathname.split("/reports/")[1]).split("/");
  const found = [...state.reported.values()].find((report) => report.id === id);
  if (!found) return [404, { detail: "Không tìm thấy nội dung này." }];
  if (method === "POST" && more === "more") {
    found.more.push({
      ...newReport(state, { ...body, category: "other" }),
      id: id + "-" + found.more.length,
    });
    return [201, found.more.at(-1)];
  }
  const timeline = [{ at: found.created_at, text: "Đã tiếp nhận báo tin." }];
  for (const { created_at } of found.more)
    timeline.push({ at: created_at, text: "Anh/Chị gửi thêm nội dung." });
  return [200, { ...found, known: pending, page_url: "", evidence: [], timeline }];
}

function refused(body) {
  if (!body.link || body.link.includes(".")) return undefined;
  return [422, { detail: "Nội dung chưa hợp lệ.", errors: { link: "Chưa đọc được đường dẫn này." } }];
}

function newReport(state, body) {
  const n = String(state.reported.size + 1).padStart(5, "0");
  return {
    id: "BT-" + n,
    code: "TG-2026-" + n,
    state_label: "Đang xử lý",
    ended: false,
    found: signs,
    category: reportForm.categories.find(({ code }) => code === body.category)?.name ?? "",
    text: [body.link, body.text].filter((part) => part).join("\n"),
    pictures: body.pictures.length,
    created_at: new Date().toISOString(),
    receipt: pending,
    proof_url: "https://phatngon.example.vn/bt/BT-" + n + "?k=1",
    anonymous: body.anonymous,
    more: [],
  };
}
