// Draws words as a picture to pass on: the words whole, who said them, when, and the
// code and address by which anyone can check them. All on the phone.

export interface Card {
  words: string;
  signature: string;
  code: string;
  check: string; // address of the check
  warning: string; // sample data, an old text; "" for none
}

/** Longer words are no card: what is cut is no quote. */
export const longestCard = 700; // characters

const width = 1080;
const margin = 72;
const line = { words: 58, small: 44 };

/** The picture as an address for an image; "" where the phone draws none. */
export function drawQuote(card: Card): string {
  const canvas = document.createElement("canvas");
  const pen = canvas.getContext("2d");
  if (!pen) return "";
  const parts = lay(pen, card);
  canvas.width = width;
  canvas.height = parts.reduce(
    (sum, { lines, height, after }) => sum + lines.length * height + after,
    2 * margin,
  );
  paint(pen, parts, canvas.height);
  return canvas.toDataURL("image/png");
}

interface Part {
  lines: string[];
  font: string;
  colour: string;
  height: number;
  after: number;
}

function lay(pen: CanvasRenderingContext2D, card: Card): Part[] {
  const part = (
    text: string,
    weight: string,
    size: number,
    colour: string,
    height: number,
    after: number,
  ): Part => {
    const font = `${weight} ${size}px system-ui, sans-serif`;
    pen.font = font;
    return {
      lines: wrap(text, (some) => pen.measureText(some).width, width - 2 * margin),
      font,
      colour,
      height,
      after,
    };
  };
  return [
    ...(card.warning ? [part(card.warning, "700", 34, "#a8141a", line.small, 28)] : []),
    part(`“${card.words}”`, "400", 42, "#1b2430", line.words, 36),
    part(card.signature, "700", 32, "#0b4ea2", line.small, 28),
    part(`Mã ${card.code}. Kiểm tra nguyên văn: ${card.check}`, "400", 28, "#526072", line.small, 0),
  ];
}

function paint(pen: CanvasRenderingContext2D, parts: Part[], height: number): void {
  pen.fillStyle = "#ffffff";
  pen.fillRect(0, 0, width, height);
  pen.fillStyle = "#0b4ea2";
  pen.fillRect(0, 0, 16, height);
  pen.textBaseline = "top";
  let y = margin;
  for (const { lines, font, colour, height: step, after } of parts) {
    pen.font = font;
    pen.fillStyle = colour;
    for (const text of lines) {
      pen.fillText(text, margin, y);
      y += step;
    }
    y += after;
  }
}

/** Lines no wider than most; a word or address wider than that is broken. Not a letter is lost. */
export function wrap(text: string, measure: (text: string) => number, most: number): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split("\n")) {
    let now = "";
    for (const word of paragraph.split(" ")) {
      const longer = now ? now + " " + word : word;
      if (measure(longer) <= most) {
        now = longer;
        continue;
      }
      if (now) lines.push(now);
      now = "";
      for (const letter of word) {
        if (now && measure(now + letter) > most) {
          lines.push(now);
          now = "";
        }
        now += letter;
      }
    }
    lines.push(now);
  }
  return lines;
}
