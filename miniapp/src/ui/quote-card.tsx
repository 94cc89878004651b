import { Link } from "react-router-dom";
import { Button } from "zmp-ui";
import { cardOf, citation } from "../citation";
import type { Quote } from "../types";
import { Banners } from "./banner";
import { CopyIcon } from "./icons";
import { QuoteImage } from "./quote-image";
import { Speaker } from "./speaker";
import { useCopy } from "./use-copy";
import { Words } from "./words";

/** The spokesperson's words in one statement, exactly, with everything that proves them. */
export function QuoteCard({ quotes }: { quotes: [Quote, ...Quote[]] }) {
  const [quote] = quotes;
  const copy = useCopy();
  const card = cardOf(...quotes);
  return (
    <article className="card quote-card">
      <Banners sample={quote.sample} banner={quote.banner} />
      <h2 className="subject">{quote.title}</h2>
      {quotes.map((one) => (
        <Words key={one.quote} html={one.quote_html} quoted data-testid="quote" />
      ))}
      <Speaker name={quote.spokesperson} position={quote.position} unit={quote.unit} at={quote.issued_at} />
      <div className="actions">
        <Link className="link-button" to={"/s/" + encodeURIComponent(quote.statement)}>
          Xem toàn văn
        </Link>
        <Button
          size="small"
          variant="secondary"
          prefixIcon={<CopyIcon />}
          onClick={() => copy(citation(...quotes), "Đã sao chép trích dẫn kèm nguồn")}
        >
          Sao chép trích dẫn
        </Button>
        {card && <QuoteImage card={card} />}
      </div>
    </article>
  );
}
