/**
 * Where a link into the app leads: https://zalo.me/s/<id>/?statement=CODE,
 * ?request=CODE, ?q=QUESTION, ?file=QUESTION or ?report=WHAT-WAS-SEEN. null for a plain opening.
 */
export function startPath(search: string): string | null {
  const query = new URLSearchParams(search);
  const value = (name: string) => encodeURIComponent(query.get(name) ?? "");
  if (query.get("statement")) return "/s/" + value("statement");
  if (query.get("request")) return "/requests/" + value("request");
  if (query.get("q")) return "/ask?q=" + value("q");
  if (query.get("file")) return "/file?question=" + value("file");
  if (query.get("report")) return "/report?text=" + value("report");
  return null;
}
