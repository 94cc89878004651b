/** A unit's emblem: its letters on a colour of its own, so that a list is told apart at a glance. */
export function UnitMark({ code, name }: { code: string; name: string }) {
  return (
    <span className={"unit-mark unit-mark-" + tone(code)} aria-hidden>
      {letters(name)}
    </span>
  );
}

const tones = 6;
const tone = (code: string) => [...code].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % tones;

/** The first letters of the last two words that are names: "Sở Y tế" is YT. */
function letters(name: string): string {
  const words = name.split(/[\s,.–-]+/).filter(Boolean);
  const own = words.length > 2 ? words.slice(-2) : words;
  return own.map((word) => word.charAt(0).toUpperCase()).join("");
}
