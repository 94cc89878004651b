import { day } from "./dates";
import { longestCard, type Card } from "./quote-image";
import type { Quote, Statement } from "./types";

/** Quotes of one statement ready to paste into an article: the words, who said them, where to check. */
export function citation(quote: Quote, ...more: Quote[]): string {
  const words = [quote, ...more].map((one) => one.quote_text).join("”\n“");
  const sample = quote.sample ? "[DỮ LIỆU MẪU – không phải phát ngôn thật]\n" : "";
  const banner = quote.banner ? `\n(${quote.banner})` : "";
  const source = quote.url ? `\nNguồn: ${quote.url}` : "";
  return `${sample}“${words}”\n— ${who(quote)}, ngày ${day(quote.issued_at)}.${banner}${source}`;
}

/** Quotes of one statement as a picture has them; null when they are too long for one. */
export function cardOf(quote: Quote, ...more: Quote[]): Card | null {
  const words = [quote, ...more].map((one) => one.quote_text).join("\n");
  if (words.length > longestCard) return null;
  const warning = [quote.sample && "DỮ LIỆU MẪU – không phải phát ngôn thật", quote.banner]
    .filter(Boolean)
    .join("\n");
  return {
    words,
    warning,
    signature: `${who(quote)}, ngày ${day(quote.issued_at)}`,
    code: quote.statement,
    check: quote.url.replace(/\/s\/([^/]+)$/, "/v/$1"),
  };
}

/** A statement as a picture has it: all its words, or its first paragraph that is short enough; null for neither. */
export function cardOfStatement(s: Statement): Card | null {
  const whole = s.body_text.trim();
  const paragraphs = whole.length <= longestCard ? [whole] : whole.split("\n").map((text) => text.trim());
  const words = paragraphs.find((text) => text.length >= shortestCard && text.length <= longestCard);
  if (!words) return null;
  const { code, unit_name: unit, ...said } = s;
  return cardOf({ ...said, statement: code, unit, quote: words, quote_text: words, quote_html: "" });
}

const shortestCard = 40; // characters: less is a heading

/** "Giám đốc Nguyễn Văn A, Sở Y tế tỉnh Thanh Hóa"; a unit already in the position is not repeated. */
export function who({ position, spokesperson, unit }: Who): string {
  const named = [position, spokesperson].filter(Boolean).join(" ");
  return names(position, unit) ? named : `${named}, ${unit}`;
}

/** Whether a position names its unit already: "Chủ tịch UBND phường Hạc Thành". */
export function names(position: string, unit: string): boolean {
  return plain(position).includes(plain(unit));
}

/** The words of a name, each between spaces: "Xã A" is not in "xã An Nông". */
const plain = (name: string) =>
  ` ${(
    name
      .normalize("NFC")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).join(" ")} `;

type Who = Pick<Quote, "position" | "spokesperson" | "unit">;
