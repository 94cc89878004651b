import { pieces } from "../pieces";

/** A spokesperson's words, exactly, row by row where they are a table. */
export function Words({ text, ...rest }: { text: string; "data-testid"?: string }) {
  return (
    <blockquote {...rest}>
      {pieces(text).map((piece, i) => (
        <p key={i}>{piece}</p>
      ))}
    </blockquote>
  );
}
