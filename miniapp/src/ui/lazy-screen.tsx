import { Component, lazy, Suspense, type ComponentType, type ReactNode } from "react";
import { Screen } from "./screen";
import { Skeleton } from "./states";

/** A screen whose code is fetched when it is first opened, or when nothing else is to do. */
export interface LazyScreen {
  (): ReactNode;
  fetch(): void;
}

export function lazyScreen(load: () => Promise<ComponentType>): LazyScreen {
  const Loaded = lazy(async () => ({ default: await load() }));
  const LazyScreen = () => (
    <Unfetched>
      <Suspense fallback={<Waiting />}>
        <Loaded />
      </Suspense>
    </Unfetched>
  );
  return Object.assign(LazyScreen, { fetch: () => void load().catch(() => undefined) });
}

const Waiting = () => (
  <Screen title="Đang mở…">
    <Skeleton cards={2} />
  </Screen>
);

/** Without a network a screen that was never opened is not there; what was typed elsewhere is kept. */
class Unfetched extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };
  static getDerivedStateFromError = () => ({ failed: true });
  override render() {
    if (!this.state.failed) return this.props.children;
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
}
