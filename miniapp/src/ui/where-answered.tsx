import { useContext } from "react";
import { ConfigContext, useSurroundings } from "../context";

/** Where an answer will be: Zalo lets an account write only to who wrote to it. */
export function WhereAnswered() {
  return (
    <>
      Câu trả lời sẽ có trong “Yêu cầu của tôi”; nếu Anh/Chị đã nhắn tin cho tài khoản Zalo chính thức thì còn
      được gửi vào cuộc trò chuyện đó. <ChatLink />
    </>
  );
}

/** Opens the chat with the official account. */
export function ChatLink() {
  const { host } = useSurroundings();
  const account = useContext(ConfigContext)?.oa_id;
  if (!account) return null;
  return (
    <button type="button" className="link" onClick={() => host.chat(account)} data-testid="open-chat">
      Nhắn tin cho tài khoản
    </button>
  );
}
