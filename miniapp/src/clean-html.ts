// The server sanitises body_html. Inside Zalo the document is not ours and has no
// policy of ours, so the app keeps only plain structure, once more.

const tags = new Set(
  "p br hr strong b em i u s del sub sup blockquote q ul ol li h1 h2 h3 h4 h5 h6 a code pre table thead tbody tfoot tr th td caption span div".split(
    " ",
  ),
);
const attributes: Readonly<Record<string, readonly string[]>> = {
  a: ["href"],
  td: ["colspan", "rowspan"],
  th: ["colspan", "rowspan", "scope"],
  ol: ["start"],
  li: ["value"],
};

/** html with nothing in it but text, structure and http(s) links. */
export function cleanHTML(html: string): string {
  const page = new DOMParser().parseFromString(html, "text/html");
  for (const element of Array.from(page.body.querySelectorAll("*"))) clean(element);
  for (const comment of commentsOf(page)) comment.remove();
  return page.body.innerHTML;
}

function commentsOf(page: Document): Comment[] {
  const walker = page.createTreeWalker(page.body, NodeFilter.SHOW_COMMENT);
  const all: Comment[] = [];
  while (walker.nextNode()) all.push(walker.currentNode as Comment);
  return all;
}

function clean(element: Element): void {
  const tag = element.localName;
  if (!tags.has(tag)) return element.remove();
  for (const { name, value } of Array.from(element.attributes)) {
    const wanted = attributes[tag]?.includes(name) && (name !== "href" || /^https?:\/\//i.test(value));
    if (!wanted) element.removeAttribute(name);
  }
}
