// Pictures are made smaller on the phone, so that they arrive on a slow network. What a
// camera wrote into the file (place, device) is not in the copy.

const side = 1_600; // pixels of the shorter side: a long screenshot keeps its letters
const small = 400_000; // bytes not worth the work
const quality = 0.85;

/** file with fewer pixels, or file itself where that is no smaller or cannot be done. */
export async function scaled(file: File): Promise<Blob> {
  if (file.size < small || !scalable(file)) return file;
  const smaller = await redraw(file).catch(() => null);
  return smaller && smaller.size < file.size ? smaller : file;
}

// A GIF moves. A WebView that does not turn a photo the way it was held would send it lying.
const scalable = ({ type }: File) =>
  ["image/jpeg", "image/png", "image/webp"].includes(type) &&
  typeof CSS !== "undefined" &&
  CSS.supports("image-orientation", "from-image");

async function redraw(file: File): Promise<Blob | null> {
  const url = URL.createObjectURL(file);
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    return await draw(image);
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** null where the picture is small already, or the phone cannot draw it. */
function draw(image: HTMLImageElement): Promise<Blob | null> {
  const { naturalWidth: width, naturalHeight: height } = image;
  const factor = Math.min(1, side / Math.min(width, height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(width * factor);
  canvas.height = Math.round(height * factor);
  const context = canvas.getContext("2d");
  if (!context) return Promise.resolve(null);
  context.fillStyle = "#fff"; // behind what is transparent
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", quality));
}
