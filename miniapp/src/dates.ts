// Times as people in Vietnam read them, whatever the phone's own zone or locale.

const days = ["Chủ nhật", "thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy"];
const zone = 7 * 3_600_000; // Asia/Ho_Chi_Minh has no summer time
const two = (n: number) => String(n).padStart(2, "0");

const local = (time: string) => new Date(Date.parse(time) + zone);

/** "27/11/2026"; "" for what is no time. */
export function day(time: string): string {
  const date = local(time);
  if (Number.isNaN(date.getTime())) return "";
  return `${two(date.getUTCDate())}/${two(date.getUTCMonth() + 1)}/${date.getUTCFullYear()}`;
}

/** "16:30, thứ Sáu 27/11/2026". */
export function moment(time: string): string {
  const date = local(time);
  if (Number.isNaN(date.getTime())) return "";
  return `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}, ${days[date.getUTCDay()]} ${day(time)}`;
}

/** A calendar day "2026-11-27" as "thứ Sáu 27/11". */
export function weekday(date: string): string {
  const time = new Date(date + "T00:00:00Z");
  if (Number.isNaN(time.getTime())) return date;
  return `${days[time.getUTCDay()]} ${two(time.getUTCDate())}/${two(time.getUTCMonth() + 1)}`;
}

/** A day that does not count, and why; "thứ Bảy 21/11" says its own reason. */
export function skipped(date: string, reason: string): string {
  const name = weekday(date);
  return name.toLowerCase().startsWith(reason.toLowerCase()) ? name : `${name} – ${reason}`;
}

/** How far a deadline is, in its two largest parts: "còn 12 ngày 23 giờ", "quá hạn 4 giờ". The panel says the same. */
export function remaining(due: string, now: number): string {
  const left = Date.parse(due) - now;
  if (Number.isNaN(left)) return "";
  return left >= 0 ? `còn ${span(left)}` : `quá hạn ${span(-left)}`;
}

function span(ms: number): string {
  const minutes = Math.floor(ms / 60_000);
  const [d, h, m] = [Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24, minutes % 60];
  if (d > 0) return h > 0 ? `${d} ngày ${h} giờ` : `${d} ngày`;
  if (h > 0) return m > 0 ? `${h} giờ ${m} phút` : `${h} giờ`;
  return `${m} phút`;
}
