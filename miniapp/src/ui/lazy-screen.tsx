import { Component, lazy, Suspense, type ComponentType, type ReactNode } from "react";
import { Link } from "react-router-dom";
import { Screen } from "./screen";
import { Skeleton } from "./states";

/** A screen whose code is fetched when it is first opened, or when nothing else is to do. */
export interface LazyScreen {
  (): ReactNode;
  fetch(): void;
}

export function lazyScreen(load: () => Promise<ComponentType>): LazyScreen {
  const Loaded = lazy(async () => ({ default: await load().catch(unfetched) }));
  const LazyScreen = () => (
    <Guarded>
      <Suspense fallback={<Waiting />}>
        <Loaded />
      </Suspense>
    </Guarded>
  );
  return Object.assign(LazyScreen, { fetch: () => void load().catch(() => undefined) });
}

const Waiting = () => (
  <Screen title="Đang mở…">
    <Skeleton cards={2} />
  </Screen>
);

/** The code of a screen did not come. */
class Unfetched extends Error {}
const unfetched = (error: unknown): never => {
  throw new Unfetched(String(error));
};

/**
 * Without a network a screen that was never opened is not there; one that throws is the
 * app's own fault, and the network is not blamed. What was typed is kept either way.
 */
export class Guarded extends Component<{ children: ReactNode }, { error: unknown }> {
  override state = { error: undefined };
  static getDerivedStateFromError = (error: unknown) => ({ error: error ?? "?" });
  override render() {
    const { error } = this.state;
    if (error === undefined) return this.props.children;
    if ((error as unknown) instanceof Unfetched) return <NotFetched />;
    return <Broken onAgain={() => this.setState({ error: undefined })} />;
  }
}

function NotFetched() {
  return (
    <Screen title="Chưa mở được">
      <div className="notice notice-bad" role="alert" data-testid="unfetched">
        <p>Chưa tải được màn hình này. Anh/Chị kiểm tra mạng rồi thử lại.</p>
        <button type="button" className="link-button" onClick={() => window.location.reload()}>
          Thử lại
        </button>
      </div>
    </Screen>
  );
}

function Broken({ onAgain }: { onAgain: () => void }) {
  return (
    <Screen title="Màn hình gặp lỗi">
      <div className="notice notice-bad" role="alert" data-testid="broken">
        <p>
          Màn hình này gặp lỗi của ứng dụng, không phải do mạng hay do Anh/Chị. Yêu cầu, báo tin đang viết
          được giữ trên máy.
        </p>
        <p className="choices">
          <button type="button" className="link-button" onClick={onAgain}>
            Mở lại màn hình
          </button>
          <Link className="link-button" to="/">
            Về trang chủ
          </Link>
        </p>
      </div>
    </Screen>
  );
}
