/** Failure is an error a person can be shown; message is Vietnamese and says what to do next. */
export class Failure extends Error {
  constructor(
    readonly kind: "offline" | "timeout" | "server" | "login",
    message: string,
    readonly status = 0,
    readonly fields: Readonly<Record<string, string>> = {},
  ) {
    super(message);
    this.name = "Failure";
  }
}

export const offline = () =>
  new Failure("offline", "Không kết nối được máy chủ. Anh/Chị kiểm tra mạng rồi thử lại.");

export const tooSlow = () =>
  new Failure("timeout", "Máy chủ trả lời chậm hơn bình thường. Anh/Chị thử lại sau giây lát.");

const byStatus: Readonly<Record<number, string>> = {
  401: "Phiên làm việc đã hết hạn. Anh/Chị thử lại để đăng nhập lại.",
  403: "Anh/Chị chưa được phép xem nội dung này.",
  404: "Không tìm thấy nội dung này. Có thể nội dung đã được gỡ hoặc đường dẫn không đúng.",
  409: "Nội dung vừa được người khác thay đổi. Anh/Chị vui lòng thử lại.",
  413: "Nội dung gửi quá dài. Anh/Chị rút gọn rồi gửi lại.",
  429: "Anh/Chị thao tác hơi nhanh. Vui lòng chờ một phút rồi thử lại.",
};
const broken = "Hệ thống đang gặp trục trặc. Anh/Chị vui lòng thử lại sau ít phút.";

/** Reads an RFC 9457 problem document; its detail is for people, its title is not. */
export function problem(status: number, body: string): Failure {
  const document = parseObject(body);
  const detail = typeof document["detail"] === "string" ? document["detail"].trim() : "";
  return new Failure(
    "server",
    detail || (byStatus[status] ?? broken),
    status,
    textFields(document["errors"]),
  );
}

function parseObject(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {}; // a proxy's HTML page: the status still says what happened
  }
}

function textFields(value: unknown): Record<string, string> {
  if (typeof value !== "object" || value === null) return {};
  return Object.fromEntries(Object.entries(value).filter(([, text]) => typeof text === "string"));
}

/** Any thrown thing as a Failure; one of ours is kept as it is. */
export function asFailure(error: unknown): Failure {
  return error instanceof Failure ? error : new Failure("server", broken);
}
