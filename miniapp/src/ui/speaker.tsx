import { names } from "../citation";
import { day } from "../dates";

interface Props {
  name: string;
  position: string;
  unit: string;
  at: string;
}

/** Who said it: name, position, unit (unless the position names it already) and day. */
export function Speaker({ name, position, unit, at }: Props) {
  return (
    <p className="speaker" data-testid="speaker">
      <strong>{name}</strong>
      <span>{position}</span>
      {!names(position, unit) && <span>{unit}</span>}
      <time dateTime={at}>Ngày {day(at)}</time>
    </p>
  );
}
