import { Failure } from "./failure";

/** The kinds that the server reads; a phone that has others makes a JPEG for this list. */
export const kinds = "image/jpeg,image/png,image/webp,image/gif";

/** Why a picture is not even sent. */
export function tooLarge(file: File, most: number): Failure | undefined {
  if (file.size <= most) return undefined;
  const text = `Ảnh lớn hơn ${Math.floor(most / 1_048_576)} MB nên chưa gửi. Anh/Chị chụp màn hình ảnh đó rồi gửi ảnh chụp.`;
  return new Failure("server", text, 413);
}

/** Whether the same picture may arrive at another time. */
export const retriable = ({ status }: Failure) => status !== 413 && status !== 422;
