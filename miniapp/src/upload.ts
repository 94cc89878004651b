// Sends files, telling how far they are; fetch cannot. A picture sent twice is kept once,
// so that it may be sent again whenever a try broke off.
import { offline, problem, tooSlow } from "./failure";
import { trying, type Limits } from "./transport";

const longest = 120_000; // milliseconds, the server's own limit

export interface Sent {
  path: string; // below /api/v1
  picture: Blob;
  progress: (part: number) => void;
  signal?: AbortSignal | undefined;
}

export type Upload = <T>(sent: Sent, token: string) => Promise<T>;

export function createUpload(base: string, limits: Limits): Upload {
  return <T>(sent: Sent, token: string) =>
    trying(() => uploadOnce(base, sent, token) as Promise<T>, limits, sent.signal);
}

function uploadOnce(base: string, { path, picture, progress, signal }: Sent, token: string) {
  return new Promise<unknown>((resolve, reject) => {
    const request = new XMLHttpRequest();
    const stop = () => request.abort();
    request.open("POST", base + "/api/v1" + path);
    request.timeout = longest;
    request.setRequestHeader("Authorization", "Bearer " + token);
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.upload.onprogress = ({ loaded, total }) => progress(total > 0 ? loaded / total : 0);
    request.onload = () => {
      try {
        resolve(received(request.status, request.responseText));
      } catch (error) {
        reject(error as Error);
      }
    };
    request.onerror = () => reject(offline());
    request.ontimeout = () => reject(tooSlow());
    request.onabort = () => reject(new DOMException("given up", "AbortError"));
    request.onloadend = () => signal?.removeEventListener("abort", stop);
    signal?.addEventListener("abort", stop);
    if (signal?.aborted) stop();
    else request.send(picture);
  });
}

function received(status: number, body: string): unknown {
  if (status < 200 || status > 299) throw problem(status, body);
  try {
    return JSON.parse(body);
  } catch {
    throw problem(502, body); // a proxy's page with status 200
  }
}
