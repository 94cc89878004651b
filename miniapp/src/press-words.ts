// What the press screen says, in Vietnamese and for foreign press. What the server says of a
// registration stays in its own words.

const vi = {
  english: false,
  title: "Thẻ phóng viên",
  other: "English",
  newsroom: "Cơ quan báo chí (newsroom)",
  newsroomHint: "Tên đầy đủ, như trên thẻ hoặc giấy giới thiệu.",
  kind: "Anh/Chị thuộc loại nào?",
  pictures: "Ảnh thẻ nhà báo hoặc giấy giới thiệu",
  picturesHint: "Chụp rõ chữ và ảnh chân dung. Không gửi ảnh căn cước.",
  agree: "Tôi đồng ý",
  send: "Đồng ý và gửi",
  kept: "Nội dung Anh/Chị viết được giữ nguyên.",
  more: "Gửi thêm ảnh, sửa thông tin",
  again: "Đăng ký lại (gia hạn, đổi cơ quan)",
  quit: "Rút đăng ký",
  quitSure: "Rút đăng ký này",
  quitHint: "Ảnh đã gửi được xóa; không còn xem được phát ngôn dành cho báo chí.",
};

export type PressWords = typeof vi;

const en: PressWords = {
  english: true,
  title: "Press card",
  other: "Tiếng Việt",
  newsroom: "Newsroom",
  newsroomHint: "Full name, as on your card or letter.",
  kind: "Which applies to you?",
  pictures: "Photo of your press card or letter of introduction",
  picturesHint: "Text and portrait must be readable. Do not send identity documents.",
  agree: "I agree",
  send: "Agree and send",
  kept: "What you wrote is kept.",
  more: "Add photos or correct details",
  again: "Register again (renew, change newsroom)",
  quit: "Withdraw registration",
  quitSure: "Withdraw this registration",
  quitHint: "The photos are deleted; statements for the press can no longer be read.",
};

export const pressWords = (english: boolean): PressWords => (english ? en : vi);
