import { useSnackbar } from "zmp-ui";
import { copy } from "../clipboard";

/** Copies and says so. */
export function useCopy() {
  const { openSnackbar } = useSnackbar();
  return async (text: string, done: string) => {
    const copied = await copy(text);
    openSnackbar({ text: copied ? done : "Thiết bị không cho sao chép. Anh/Chị chọn chữ rồi sao chép." });
  };
}
