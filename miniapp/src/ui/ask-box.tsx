import { useState, type FormEvent } from "react";
import { useNavigate } from "react-router-dom";
import { Button, Input } from "zmp-ui";

const limit = 500; // characters; longer texts are requests, not questions

/** One line to ask with; again with its text on the answer's screen. */
export function AskBox({ question = "", onType }: { question?: string; onType?: (text: string) => void }) {
  const [text, setText] = useState(question);
  const navigate = useNavigate();
  const asked = text.trim().replace(/\s+/g, " ");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (asked) navigate("/ask?q=" + encodeURIComponent(asked));
  };
  return (
    <form className="ask-box" role="search" onSubmit={submit}>
      <Input
        id="ask"
        value={text}
        onChange={(event) => (setText(event.target.value), onType?.(event.target.value))}
        placeholder="Hỏi thông tin chính thức…"
        aria-label="Câu hỏi của Anh/Chị"
        maxLength={limit}
        enterKeyHint="search"
        autoComplete="off"
        data-testid="ask-input"
      />
      <Button htmlType="submit" disabled={!asked} data-testid="ask-submit">
        Hỏi
      </Button>
    </form>
  );
}
