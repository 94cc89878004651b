// The app in a plain browser: the demo and the tests. It logs in as a persona
// that the person picks, which only a server running as a demo accepts.
import { HashRouter } from "react-router-dom";
import { attempt } from "./attempt";
import { Failure } from "./failure";
import type { Demo, Host, Storage } from "./host";

// Who somebody is in the demo is a tab's matter, so that two tabs are two people; what a
// person wrote outlives the tab, under their name.
const ofTab = new Set(["persona", "session"]);
const shelf = (name: string) => (ofTab.has(name) ? sessionStorage : localStorage);
const mine = () => (sessionStorage.getItem("persona") ?? "") + " ";
const slot = (name: string) => (ofTab.has(name) ? name : mine() + name);

// A storage that fails costs a draft or a login, never the screen.
const storage: Storage = {
  get: (name) => attempt(() => shelf(name).getItem(slot(name)), null),
  set: (name, text) => attempt(() => shelf(name).setItem(slot(name), text), undefined),
  remove: (name) => attempt(() => shelf(name).removeItem(slot(name)), undefined),
  clear: () =>
    attempt(() => {
      const names = Object.keys(localStorage).filter((name) => name.startsWith(mine()));
      names.forEach((name) => localStorage.removeItem(name));
      sessionStorage.clear();
    }, undefined),
};

// The people of the demo, as the server's Zalo simulator knows them.
const demo: Demo = {
  personas: [
    { id: "hoa", label: "Bà Hoa – công dân" },
    { id: "nam", label: "Anh Nam – phóng viên" },
    { id: "lan", label: "Chị Lan – công dân" },
    { id: "minh", label: "Anh Minh – phóng viên" },
    { id: "khach", label: "Khách – công dân, tên rất dài" },
  ],
  chosen: () => storage.get("persona"),
  choose(id) {
    attempt(() => sessionStorage.clear(), undefined); // the login of the one before
    storage.set("persona", id);
  },
};

async function credential() {
  const persona = demo.chosen();
  if (!persona)
    throw new Failure("login", "Tính năng này dùng tài khoản Zalo. Anh/Chị mở ứng dụng trong Zalo.");
  return { persona };
}

async function share(title: string, url: string): Promise<boolean> {
  if (typeof navigator.share !== "function") return false;
  return navigator.share({ title, url }).then(
    () => true,
    (error: unknown) => error instanceof DOMException && error.name === "AbortError", // closed by the person
  );
}

export const host: Host = {
  name: "browser",
  Router: HashRouter, // needs nothing of the server: reload and back work under any folder
  storage,
  demo,
  credential,
  theme: () => (window.matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light"),
  share,
  chat: () => void window.open("/dev/zalo/", "_blank", "noopener,noreferrer"), // the demo's simulator
  open: (url) => void window.open(url, "_blank", "noopener,noreferrer"),
};
