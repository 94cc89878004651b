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

/** How far a deadline is: "còn 3 ngày", "còn 5 giờ", "quá hạn 2 ngày". */
export function remaining(due: string, now: number): string {
  const left = Date.parse(due) - now;
  if (Number.isNaN(left)) return "";
  const hours = Math.ceil(Math.abs(left) / 3_600_000);
  const amount = hours >= 48 ? `${Math.round(hours / 24)} ngày` : `${hours} giờ`;
  return left >= 0 ? `còn ${amount}` : `quá hạn ${amount}`;
}
