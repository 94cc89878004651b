import { useEffect, useMemo, useState } from "react";
import { Navigate, Route, Routes, useLocation } from "react-router-dom";
import { App as ZauiApp, SnackbarProvider } from "zmp-ui";
import { createApi, type Api } from "./api";
import { ConfigContext, SurroundingsContext } from "./context";
import type { Host } from "./host";
import { createOutbox } from "./outbox";
import { HomePage } from "./pages/home";
import { anew, fetchAll, screens } from "./screens";
import { startPath } from "./start-link";
import { showTextSize, textSize } from "./text-size";
import type { Config } from "./types";
import { FirstRun } from "./ui/first-run";
import { Guarded } from "./ui/lazy-screen";
import { Tabs } from "./ui/tabs";

interface Props {
  host: Host;
  apiURL: string;
}

export function App({ host, apiURL }: Props) {
  const [login, setLogin] = useState(0); // a new persona starts with nothing of the one before
  const surroundings = useMemo(() => surroundingsOf(host, apiURL, login), [host, apiURL, login]);
  useEffect(() => surroundings.outbox.open(), [surroundings.outbox]);
  const config = useConfig(surroundings.api);
  useEffect(() => showTextSize(textSize(host.storage)), [host]);
  const choosePersona = (id: string) => {
    host.demo?.choose(id);
    setLogin((n) => n + 1);
  };
  return (
    <ZauiApp theme={host.theme()}>
      <SurroundingsContext.Provider value={surroundings}>
        <ConfigContext.Provider value={config}>
          <SnackbarProvider>
            <host.Router key={login}>
              <Screens onPersona={choosePersona} />
              <FirstRun onPersona={choosePersona} />
            </host.Router>
          </SnackbarProvider>
        </ConfigContext.Provider>
      </SurroundingsContext.Provider>
    </ZauiApp>
  );
}

function surroundingsOf(host: Host, apiURL: string, login: number) {
  const api = createApi(apiURL, host);
  return { host, api, outbox: createOutbox(api, host.storage), memory: new Map<string, unknown>(), login };
}

/** The server's settings, asked for until they come; the app works without them meanwhile. */
function useConfig(api: Api): Config | undefined {
  const [config, setConfig] = useState<Config>();
  useEffect(() => {
    const controller = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = () => {
      api.config(controller.signal).then(setConfig, () => {
        if (!controller.signal.aborted) timer = setTimeout(ask, 5_000);
      });
    };
    ask();
    return () => {
      controller.abort();
      clearTimeout(timer);
    };
  }, [api]);
  return config;
}

/** When the other screens are fetched, in milliseconds: the first must not wait for them. */
const idleAfter = 4_000;

function Screens({ onPersona }: { onPersona: (id: string) => void }) {
  const { key, pathname } = useLocation();
  const link = startPath(window.location.search);
  const [opening] = useState(key === "default" && pathname === "/" ? link : null);
  const [opened, setOpened] = useState(opening === null);
  useEffect(() => setOpened(true), []);
  useEffect(() => {
    const idle = setTimeout(fetchAll, idleAfter);
    return () => clearTimeout(idle);
  }, []);
  if (!opened && opening) return <Navigate to={opening} />;
  return (
    <>
      <Routes>
        <Route
          path="/"
          element={
            <Guarded>
              <HomePage onPersona={onPersona} />
            </Guarded>
          }
        />
        {Object.entries(screens).map(([path, Shown]) => (
          <Route key={path} path={path} element={<Shown key={anew.has(path) ? key : path} />} />
        ))}
        <Route path="*" element={<Navigate to="/" replace />} />
      </Routes>
      <Tabs />
    </>
  );
}
