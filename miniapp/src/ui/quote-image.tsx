import { useState } from "react";
import { Button } from "zmp-ui";
import { drawQuote, type Card } from "../quote-image";
import { Sheet } from "./sheet";

/** A button that shows the words as a picture; the person keeps it by a long press, with no permission asked. */
export function QuoteImage({ card }: { card: Card }) {
  const [picture, setPicture] = useState<string>();
  return (
    <>
      <Button
        size="small"
        variant="secondary"
        onClick={() => setPicture(drawQuote(card))}
        data-testid="quote-image"
      >
        Thẻ ảnh
      </Button>
      {picture !== undefined && (
        <Sheet title="Thẻ trích dẫn" onClose={() => setPicture(undefined)}>
          {picture ? (
            <>
              <img
                className="quote-image"
                src={picture}
                alt={`“${card.words}” ${card.signature} Mã ${card.code}`}
              />
              <p className="hint">Nhấn giữ ảnh để lưu hoặc chia sẻ. Ảnh được vẽ trên máy của Anh/Chị.</p>
            </>
          ) : (
            <p className="hint">Máy này chưa vẽ được ảnh. Anh/Chị dùng “Sao chép”.</p>
          )}
        </Sheet>
      )}
    </>
  );
}
