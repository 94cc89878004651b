import { createRoot } from "react-dom/client";
import { App } from "./app";
import "../../internal/edge/style/tokens.css"; // one design language with panel and public pages
import "zmp-ui/zaui.css";
import "./style.css";

async function start() {
  // Known when building: the other host is not in the bundle.
  const { host } = import.meta.env.MODE === "zalo" ? await import("./zalo") : await import("./browser");
  document.documentElement.dataset["host"] = host.name;
  document.documentElement.dataset["theme"] = host.theme();
  const apiURL = import.meta.env.MODE === "zalo" ? String(import.meta.env["VITE_API_URL"]) : "";
  createRoot(rootElement()).render(<App host={host} apiURL={apiURL.replace(/\/$/, "")} />);
}

/** Zalo's own document has the element too, index.html is not shipped there. */
function rootElement(): HTMLElement {
  const found = document.getElementById("app");
  if (found) return found;
  const made = document.createElement("div");
  made.id = "app";
  document.body.append(made);
  return made;
}

void start();
