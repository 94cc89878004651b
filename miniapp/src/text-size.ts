import type { Storage } from "./host";

export const sizes = [
  { name: "normal", label: "Vừa" },
  { name: "large", label: "Lớn" },
  { name: "largest", label: "Rất lớn" },
] as const;

export type TextSize = (typeof sizes)[number]["name"];

const kept = "text-size";

export function textSize(storage: Storage): TextSize {
  const saved = storage.get(kept);
  return sizes.find(({ name }) => name === saved)?.name ?? "normal";
}

/** Shows the app in this size, now and from now on. */
export function setTextSize(storage: Storage, size: TextSize): void {
  storage.set(kept, size);
  showTextSize(size);
}

export function showTextSize(size: TextSize): void {
  document.documentElement.dataset["text"] = size;
}
