import type { ComponentType, ReactNode } from "react";
import type { Credential } from "./types";

/** Text that outlives a screen. Losing it must never break anything. */
export interface Storage {
  get(name: string): string | null;
  set(name: string, text: string): void;
  remove(name: string): void;
  /** Forgets everything: nothing of this person stays on the phone. */
  clear(): void;
}

export interface Persona {
  id: string;
  label: string;
}

/** Who to be in the demo; a server that is no demo refuses every persona. */
export interface Demo {
  readonly personas: readonly Persona[];
  chosen(): string | null;
  choose(id: string): void;
}

/**
 * Host is where the app runs: inside Zalo (zalo.ts) or in a plain browser
 * (browser.ts). A host never makes data up: what it cannot do it rejects with a
 * Failure, which is shown.
 */
export interface Host {
  readonly name: "zalo" | "browser";
  readonly Router: ComponentType<{ children: ReactNode }>;
  readonly storage: Storage;
  readonly demo: Demo | null;
  /** What to log in with; a Failure of kind "login" when there is nothing. */
  credential(): Promise<Credential>;
  theme(): "light" | "dark";
  /** Offers a link to others; false when the host has no way to share. */
  share(title: string, url: string): Promise<boolean>;
  /** Opens the conversation with the Official Account. */
  chat(account: string): void;
  /** Opens a page outside the app without leaving it. */
  open(url: string): void;
}
