// Invented texts for the stub server, long names and odd cases on purpose.

export const longUnit = "Ban Quản lý Khu kinh tế Nghi Sơn và các khu công nghiệp tỉnh Thanh Hóa";

export const config = {
  contact: {
    office: "Văn phòng Ủy ban nhân dân tỉnh (mẫu)",
    address: "Số 1 đường Mẫu, phường Hạc Thành",
    phone: "0237 000 0000",
    email: "vanphong@example.vn",
    responsible: "Trần Văn Mẫu",
    position: "Chánh Văn phòng",
  },
  oa_name: "Phát Ngôn Thanh Hóa",
  oa_id: "1",
  miniapp_id: "2",
  demo: true,
  suggestions: [
    "Khi nào xong giải phóng mặt bằng đường ven biển?",
    "Tuyển sinh lớp 10 năm nay có mấy môn thi?",
    "Hồ thủy điện xả lũ có ảnh hưởng đến sông Mã không và người dân vùng hạ du cần chuẩn bị những gì?",
  ],
};

export const units = [
  { code: "TH-VPUB", name: "Văn phòng UBND tỉnh", level: "province" },
  { code: "TH-NNMT", name: "Sở Nông nghiệp và Môi trường", level: "province" },
  { code: "TH-GDDT", name: "Sở Giáo dục và Đào tạo", level: "province" },
  { code: "TH-YT", name: "Sở Y tế", level: "province" },
  { code: "TH-KKT", name: longUnit, level: "province" },
  { code: "TH-16531", name: "UBND phường Sầm Sơn", level: "commune" },
  { code: "TH-14797", name: "UBND phường Hạc Thành", level: "commune" },
];

const titles = [
  "Tiến độ giải phóng mặt bằng đường ven biển",
  "Kế hoạch tuyển sinh lớp 10 năm học 2026–2027",
  "Tình hình sản xuất tại Khu kinh tế Nghi Sơn chín tháng đầu năm và các giải pháp tháo gỡ khó khăn cho doanh nghiệp trong quý IV",
  "Tiêm chủng mở rộng tháng 12 năm 2026",
  "Mực nước sông Mã và vận hành hồ chứa",
];

const body = `Đến ngày 15/11/2026, đã bàn giao **92,4 km** trên tổng số 95,7 km mặt bằng, đạt 96,6% kế hoạch.

Phần còn lại thuộc địa bàn phường Sầm Sơn và xã Hoằng Thanh, vướng 43 hộ chưa thống nhất phương án tái định cư.

- Phường Sầm Sơn: 31 hộ
- Xã Hoằng Thanh: 12 hộ`;

const bodyText = body.replaceAll("**", "");

const bodyHTML = `<p>Đến ngày 15/11/2026, đã bàn giao <strong>92,4 km</strong> trên tổng số 95,7 km mặt bằng, đạt 96,6% kế hoạch.</p>
<p>Phần còn lại thuộc địa bàn phường Sầm Sơn và xã Hoằng Thanh, vướng 43 hộ chưa thống nhất phương án tái định cư. Xem <a href="https://thanhhoa.gov.vn/">Cổng thông tin điện tử</a>.</p>
<table><thead><tr><th>Địa bàn</th><th>Số hộ</th><th>Diện tích còn lại</th><th>Thời hạn bàn giao</th></tr></thead>
<tbody><tr><td>Phường Sầm Sơn</td><td>31</td><td>2,1 ha</td><td>Trước 31/12/2026</td></tr><tr><td>Xã Hoằng Thanh</td><td>12</td><td>1,2 ha</td><td>Trước 15/01/2027</td></tr></tbody></table>
<ul><li>Phường Sầm Sơn: 31 hộ</li><li>Xã Hoằng Thanh: 12 hộ</li></ul>`;

/** How a statement replaced another, as the server tells it. */
const replacedSample = (title) => ({
  code: "MAU-2026-0002",
  title,
  issued_at: "2026-11-19T02:00:00Z",
  changes: [
    { kind: "same", text: "Đến ngày " },
    { kind: "removed", text: "10/11/2026, " },
    { kind: "added", text: "15/11/2026, " },
    { kind: "same", text: "đã bàn giao 92,4 km." },
  ],
});

export const statements = Array.from({ length: 45 }, (_, n) => {
  const unit = units[(n % 4) + 1];
  return {
    code: `MAU-2026-${String(n + 1).padStart(4, "0")}`,
    version: 1,
    title: titles[n % titles.length] + (n >= titles.length ? ` (kỳ ${n})` : ""),
    unit: unit.code,
    unit_name: unit.name,
    spokesperson: n % 3 ? "Trần Thị Mẫu" : "Nguyễn Hoàng Minh Khánh Phương Mẫu",
    position: n % 3 ? `Giám đốc ${unit.name}` : `Phó Giám đốc phụ trách, Người phát ngôn của ${unit.name}`,
    form: "VAN_BAN",
    issued_at: new Date(Date.UTC(2026, 10, 20, 2) - n * 86_400_000).toISOString(),
    document_no: `${n + 1}/TB-SNNMT`,
    source_url: "https://thanhhoa.gov.vn/",
    url: `https://phatngon.example.vn/s/MAU-2026-${String(n + 1).padStart(4, "0")}`,
    status: n === 1 ? "superseded" : n === 2 ? "withdrawn" : "published",
    banner: n === 1 ? "Đã được thay thế bằng phát ngôn MAU-2026-0005 ngày 16/11/2026." : "",
    body_html: bodyHTML,
    body,
    body_text: bodyText,
    topics: ["đất đai", "giao thông"],
    places: n % 2 ? [] : ["phường Sầm Sơn"],
    replaced_by:
      n === 1 ? { code: "MAU-2026-0005", title: titles[4], issued_at: "2026-11-16T02:00:00Z" } : null,
    sample: true,
    valid_from: "",
    valid_until: n === 4 ? "2027-01-31T16:59:59Z" : "",
    replaces: n === 4 ? [replacedSample(titles[1])] : [],
  };
});

const words = (text) => ({ quote: text, quote_text: text, quote_html: `<p>${text}</p>` });

const quoteOf = (s, more = {}) => ({
  statement: s.code,
  version: 1,
  quote: s.body.split("\n\n")[0],
  quote_text: s.body_text.split("\n\n")[0],
  quote_html: s.body_html.split("\n")[0],
  unit: s.unit_name,
  spokesperson: s.spokesperson,
  position: s.position,
  issued_at: s.issued_at,
  url: s.url,
  title: s.title,
  banner: "",
  sample: s.sample,
  ...more,
});

const base = {
  id: "a1",
  text: "",
  quotes: null,
  candidates: null,
  notes: null,
  suggested_unit: null,
  confidence: 0.9,
};

export const answers = {
  about: (s) => ({ ...base, status: "answered", quotes: [quoteOf(s)] }),
  answered: {
    ...base,
    status: "answered",
    quotes: [quoteOf(statements[0])],
    notes: [
      "Sở Tài nguyên và Môi trường đã được sắp xếp; nhiệm vụ này nay do Sở Nông nghiệp và Môi trường thực hiện.",
    ],
  },
  historical: {
    ...base,
    status: "answered",
    quotes: [
      quoteOf(statements[4], {
        banner: "Thông tin theo văn bản năm 2021; có thể đã thay đổi.",
        quote: statements[4].body,
        quote_text: statements[4].body_text,
        quote_html: statements[4].body_html,
      }),
    ],
  },
  corrects: {
    ...base,
    status: "answered",
    lead: "Thông tin chính thức về việc này:",
    quotes: [quoteOf(statements[0])],
  },
  partial: {
    ...base,
    status: "partial",
    quotes: [quoteOf(statements[3]), quoteOf(statements[3], words("Mức lương do hai bên thỏa thuận."))],
    uncovered: ["mức lương tối thiểu vùng năm 2027"],
    suggested_unit: { code: "TH-YT", name: "Sở Y tế" },
  },
  related: {
    ...base,
    status: "related",
    lead: "Phát ngôn gần nhất với câu hỏi của Anh/Chị (có thể chưa trả lời đúng):",
    quotes: [quoteOf(statements[1])],
    suggested_unit: { code: "TH-YT", name: "Sở Y tế" },
    confidence: 0.2,
  },
  clarify: {
    ...base,
    status: "clarify",
    candidates: statements.slice(1, 5).map(({ code, title }) => ({ statement: code, title })),
  },
  refused: {
    ...base,
    status: "refused",
    text: "Hiện chưa có phát ngôn chính thức về nội dung này.",
    suggested_unit: { code: "TH-KKT", name: longUnit },
    confidence: 0.1,
  },
};

const clock = {
  rule: "TT-12",
  basis: "Luật Tiếp cận thông tin 2026, Điều 29: chậm nhất 12 ngày làm việc kể từ ngày nhận yêu cầu",
  start: "2026-11-20T02:00:00Z",
  due: "2026-11-26T10:00:00Z",
  counted: ["2026-11-23", "2026-11-25", "2026-11-26"],
  skipped: [
    { date: "2026-11-21", reason: "Thứ Bảy" },
    { date: "2026-11-22", reason: "Chủ nhật" },
    { date: "2026-11-24", reason: "Ngày Văn hóa Việt Nam" },
  ],
};

const request = (n, state, state_label, more = {}) => ({
  code: `TH-2026-0000${n}`,
  state,
  state_label,
  unit_name: n === 3 ? longUnit : "Sở Nông nghiệp và Môi trường",
  due: n === 2 ? "2026-11-20T10:00:00Z" : "2099-11-26T10:00:00Z",
  question:
    n === 3
      ? "Xin cho biết tiến độ, tổng mức đầu tư, nguồn vốn và đơn vị chịu trách nhiệm của dự án hạ tầng Khu công nghiệp số 3, Khu kinh tế Nghi Sơn, đồng thời cho biết khi nào người dân bị thu hồi đất được nhận tiền bồi thường?"
      : "Bao giờ có kết quả kiểm tra chất lượng nước ở xã Hoằng Thanh?",
  created_at: "2026-11-20T02:00:00Z",
  follow_url: "https://phatngon.example.vn/yc/TH-2026-00042?k=0123456789abcdef",
  clock,
  parts: [part(1, state, state_label)],
  together: false,
  ...more,
});

const part = (number, state, state_label, more = {}) => ({
  number,
  asks: "Bao giờ có kết quả kiểm tra chất lượng nước ở xã Hoằng Thanh?",
  unit_name: "Sở Nông nghiệp và Môi trường",
  state,
  state_label,
  due: "2099-11-26T10:00:00Z",
  answer: null,
  refusal: null,
  asked_back: "",
  ...more,
});

const masked = {
  banner: "",
  text: "Mẫu nước đạt 12 trên 14 chỉ tiêu.",
  text_html: "<p>Mẫu nước đạt 12 trên 14 chỉ tiêu.</p>",
  spokesperson: "Lê Văn Mẫu",
  position: "Giám đốc",
  unit: "Sở Nông nghiệp và Môi trường",
  at: "2026-11-22T03:00:00Z",
  masked: "tên các hộ được lấy mẫu",
  masked_for: "Thông tin về bí mật đời sống riêng tư – Điều 7",
};

const refused = {
  ground: "Thông tin thuộc bí mật nhà nước",
  basis: "khoản 2 Điều 31 Luật Báo chí 2025",
  reason: "Nội dung đang trong quá trình điều tra, chưa được phép công bố.",
  instead: "số vụ việc theo từng năm",
  complaint: "Anh/Chị có quyền khiếu nại, khởi kiện theo quy định của pháp luật.",
};

export const requests = [
  request(1, "assigned", "Đã phân công"),
  request(2, "drafted", "Quá hạn"),
  request(3, "sent", "Đã trả lời", {
    answer: {
      banner: "",
      text: "Tổng mức đầu tư dự án là **1.234 tỷ đồng**.\n\nTiền bồi thường được chi trả trước ngày 31/12/2026.",
      text_html:
        "<p>Tổng mức đầu tư dự án là <strong>1.234 tỷ đồng</strong>.</p>\n<p>Tiền bồi thường được chi trả trước ngày 31/12/2026.</p>",
      spokesperson: "Lê Văn Mẫu",
      position: "Trưởng ban",
      unit: longUnit,
      at: "2026-11-22T03:00:00Z",
    },
    statement_url: "https://phatngon.example.vn/s/MAU-2026-0003",
    delivery: {
      state: "delivered",
      text: "Câu trả lời đã tới máy của Anh/Chị, trong cuộc trò chuyện Zalo, lúc 10:00, 22/11/2026.",
    },
  }),
  request(4, "refused", "Từ chối (có căn cứ)", {
    refusal: refused,
  }),
  request(6, "sent", "Đã trả lời", {
    answer: {
      banner: "",
      text: "Thông xe ngày 12/12/2026.",
      text_html: "<p>Thông xe ngày 12/12/2026.</p>",
      spokesperson: "Lê Văn Mẫu",
      position: "Giám đốc",
      unit: "Sở Xây dựng",
      at: "2026-11-22T03:00:00Z",
    },
    delivery: {
      state: "unreachable",
      text: "Câu trả lời có tại đây; sẽ được gửi vào cuộc trò chuyện Zalo khi Anh/Chị nhắn tin cho tài khoản chính thức.",
    },
  }),
  request(5, "sent", "Đã trả lời", {
    answer: {
      banner: "Phát ngôn này đã được thu hồi, không còn là thông tin chính thức. Lý do: Sai ngày.",
      text: "",
      text_html: "",
      spokesperson: "Lê Văn Mẫu",
      position: "Trưởng ban",
      unit: longUnit,
      at: "2026-11-22T03:00:00Z",
    },
    statement_url: "https://phatngon.example.vn/s/MAU-2026-0005",
  }),
  request(7, "assigned", "Đang xử lý", {
    together: true,
    parts: [
      part(1, "sent", "Đã trả lời", { answer: masked, may_rate: true }),
      part(2, "refused", "Từ chối (có căn cứ)", {
        asks: "Cơ sở nào gây ô nhiễm?",
        unit_name: "Công an tỉnh",
        refusal: refused,
      }),
      part(3, "clarifying", "Chờ Anh/Chị làm rõ", {
        asks: "Bao giờ có nước sạch?",
        unit_name: "Sở Xây dựng",
        asked_back: "Anh/Chị hỏi về thôn nào?",
      }),
    ],
  }),
  request(8, "withdrawn", "Đã rút"),
];
