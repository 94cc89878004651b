// The one door to the Zalo SDK. Its calls hang where there is no bridge, resolve
// with empty stubs on localhost, and reject with plain objects elsewhere; so each
// call has a time limit and its result is looked at before it is believed.
import {
  getAccessToken,
  getSystemInfo,
  nativeStorage,
  openChat,
  openShareSheet,
  openWebview,
} from "zmp-sdk/apis";
import { ZMPRouter } from "zmp-ui";
import { attempt } from "./attempt";
import { Failure } from "./failure";
import type { Host, Storage } from "./host";

const patience = 8_000; // milliseconds
const shareTitle = 100; // characters, the limit of openShareSheet

/** SDK error codes that the app tells apart (https://mini.zalo.me, "Error codes"). */
const denied = -201;
const code = {
  denied: [denied, -202, -2002],
  notGranted: [-1401, -1403],
  slowDown: [-1409, -1410],
  tooOld: -1404,
};

/** call, but rejecting with a Failure after limit milliseconds, or when the SDK refuses. */
export async function callZalo<T>(call: () => Promise<T>, limit = patience): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Failure("timeout", "Zalo chưa phản hồi. Anh/Chị vui lòng thử lại.")),
      limit,
    );
  });
  try {
    return await Promise.race([call(), late]);
  } catch (error) {
    throw refusal(error);
  } finally {
    clearTimeout(timer);
  }
}

/** The SDK's refusal in words; it is often a plain object, not an Error. */
export function refusal(error: unknown): Failure {
  if (error instanceof Failure) return error;
  const number = notAllowed(error) ? denied : errorCode(error);
  return new Failure("login", refusalText(number), number);
}

/** The SDK's words where the person did not let the app log in; its code says the app was not (-1401). */
const notAllowed = (error: unknown) =>
  typeof error === "object" &&
  error !== null &&
  "message" in error &&
  String(error.message).includes("User Authentication Required");

function refusalText(number: number): string {
  if (code.denied.includes(number)) {
    return "Anh/Chị chưa cho phép ứng dụng dùng tài khoản Zalo. Vui lòng thử lại và chọn “Cho phép”.";
  }
  if (code.notGranted.includes(number)) return "Ứng dụng chưa được Zalo cấp quyền này. Vui lòng thử lại sau.";
  if (code.slowDown.includes(number)) return "Anh/Chị thao tác hơi nhanh. Vui lòng chờ vài giây rồi thử lại.";
  if (number === code.tooOld) return "Phiên bản Zalo đã cũ. Anh/Chị cập nhật Zalo rồi mở lại ứng dụng.";
  return "Chưa đăng nhập được qua Zalo. Anh/Chị vui lòng thử lại.";
}

function errorCode(error: unknown): number {
  if (typeof error !== "object" || error === null || !("code" in error)) return 0;
  return typeof error.code === "number" ? error.code : 0;
}

async function credential() {
  const token: unknown = await callZalo(() => getAccessToken());
  if (typeof token !== "string" || token === "") {
    throw new Failure(
      "login",
      "Chưa lấy được phiên Zalo. Anh/Chị mở ứng dụng này bên trong Zalo rồi thử lại.",
    );
  }
  return { access_token: token };
}

async function share(title: string, url: string): Promise<boolean> {
  const data = { link: url, chatOnly: false, title: title.slice(0, shareTitle) };
  try {
    await callZalo(() => openShareSheet({ type: "link", data }), 60_000); // waits for the person
    return true;
  } catch {
    return false;
  }
}

// A storage that fails costs a draft or a login, never the screen.
const storage: Storage = {
  get: (name) => attempt(() => textOrNull(nativeStorage.getItem(name)), null),
  set: (name, text) => attempt(() => nativeStorage.setItem(name, text), undefined),
  remove: (name) => attempt(() => nativeStorage.removeItem(name), undefined),
  clear: () => attempt(() => nativeStorage.clear(), undefined),
};

const textOrNull = (value: unknown) => (typeof value === "string" && value !== "" ? value : null);

export const host: Host = {
  name: "zalo",
  Router: ZMPRouter,
  storage,
  demo: null,
  credential,
  theme: () => attempt(() => (getSystemInfo().zaloTheme === "dark" ? "dark" : "light"), "light"),
  share,
  chat: (account) => void callZalo(() => openChat({ type: "oa", id: account })).catch(() => undefined),
  open: (url) =>
    void callZalo(() => openWebview({ url, config: { style: "normal" } })).catch(() => undefined),
};
