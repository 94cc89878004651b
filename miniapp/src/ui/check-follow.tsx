import { useState } from "react";
import { useSurroundings } from "../context";
import { asFailure, type Failure } from "../failure";
import type { Asked, Found } from "../use-check";
import { Lines } from "./report-state";
import { ChatLink } from "./where-answered";

/** The wish to hear the conclusion of what was checked: told in the chat, so only to who wrote there. */
export function CheckFollow({ asked, all }: { asked: Asked; all: Found[] }) {
  const { api } = useSurroundings();
  const [noted, setNoted] = useState<string>();
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  const offered = all.filter(({ check }) => check.follow === "offered");

  async function follow() {
    if (busy) return;
    setBusy(true);
    setFailure(undefined);
    try {
      const said = [];
      for (const { of, check } of offered) {
        const text = of === "text" ? asked.text : "";
        said.push((await api.wish({ text, case: check.case?.code ?? "" })).text);
      }
      setNoted([...new Set(said)].join("\n"));
    } catch (error) {
      setFailure(asFailure(error));
    } finally {
      setBusy(false);
    }
  }

  if (noted !== undefined) {
    return (
      <div className="notice notice-info" role="status">
        <Lines text={noted} testid="check-followed" />
      </div>
    );
  }
  if (offered.length === 0)
    return all.some(({ check }) => check.follow === "chat_first") ? <ChatFirst /> : null;
  return (
    <>
      {failure && (
        <p className="notice notice-bad" role="alert" data-testid="failure">
          {failure.message}
        </p>
      )}
      <p className="choices">
        <button
          type="button"
          className="link-button"
          data-testid="check-follow"
          disabled={busy}
          onClick={() => void follow()}
        >
          Báo cho tôi khi có kết luận
        </button>
      </p>
    </>
  );
}

const ChatFirst = () => (
  <p className="hint" data-testid="check-chat-first">
    Muốn được báo khi có kết luận, Anh/Chị nhắn một câu cho tài khoản Zalo chính thức rồi kiểm tra lại.{" "}
    <ChatLink />
  </p>
);
