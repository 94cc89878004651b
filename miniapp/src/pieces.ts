const rule = /^ {0,3}(\|? *:?-+:? *(\| *:?-+:? *)+\|?|\| *:?-+:? *\||-{3,})\s*$/;
const row = /^\s*\|(.+)\|\s*$/;
const heading = /^#{1,6} +/;

/**
 * The pieces of a quotation around the marks of Markdown tables and headings,
 * which are nothing to read; each piece is verbatim and no word is left out.
 */
export function pieces(quote: string): string[] {
  const found: string[] = [];
  let prose: string[] = [];
  const add = (text: string) => {
    if (text.trim()) found.push(text.replace(/^[ \n]+|[ \n]+$/g, ""));
  };
  for (const line of quote.split("\n")) {
    const words = unmarked(line);
    if (words === null) {
      prose.push(line);
      continue;
    }
    add(prose.join("\n"));
    add(words);
    prose = [];
  }
  add(prose.join("\n"));
  return found;
}

/** What a marked line says; null for a line of prose. */
function unmarked(line: string): string | null {
  if (rule.test(line)) return "";
  const cells = row.exec(line);
  if (cells) return cells[1] ?? "";
  return heading.test(line) ? line.replace(heading, "") : null;
}
