// @vitest-environment jsdom
import { act, renderHook } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { useDebounced } from "../src/use-debounced";

afterEach(() => vi.useRealTimers());

test("a word typed letter by letter is seen once, when the typing stops", () => {
  vi.useFakeTimers();
  const seen: string[] = [];
  const { rerender } = renderHook(({ text }) => seen.push(useDebounced(text, 300)), {
    initialProps: { text: "" },
  });
  for (const text of ["đ", "đấ", "đất"]) {
    rerender({ text });
    act(() => void vi.advanceTimersByTime(299));
  }
  expect(new Set(seen)).toEqual(new Set([""]));
  act(() => void vi.advanceTimersByTime(1));
  expect(seen.at(-1)).toBe("đất");
});
