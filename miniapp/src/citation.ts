import { day } from "./dates";
import type { Quote } from "./types";

/** A quote ready to paste into an article: the words, who said them, where to check. */
export function citation(quote: Quote): string {
  const sample = quote.sample ? "[DỮ LIỆU MẪU – không phải phát ngôn thật]\n" : "";
  const banner = quote.banner ? `\n(${quote.banner})` : "";
  const source = quote.url ? `\nNguồn: ${quote.url}` : "";
  return `${sample}“${quote.quote}”\n— ${who(quote)}, ngày ${day(quote.issued_at)}.${banner}${source}`;
}

/** "Giám đốc Nguyễn Văn A, Sở Y tế tỉnh Thanh Hóa"; a unit already in the position is not repeated. */
function who(quote: Quote): string {
  const named = [quote.position, quote.spokesperson].filter(Boolean).join(" ");
  return quote.position.includes(quote.unit) ? named : `${named}, ${quote.unit}`;
}
