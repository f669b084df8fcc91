import { keep } from "./kept-files.js";

/** The longest side, in pixels, with which a picture is kept. */
export const MAX_SIDE = 1600;

/** The size of a picture once it fits into a square of `max` pixels. It is never enlarged. */
export function fitted(width, height, max = MAX_SIDE) {
  const scale = Math.min(1, max / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/** A picture as it is kept, its longest side at most 1600 pixels. Rejects a file that the browser cannot show. */
export async function keepPicture(file, browser = globalThis) {
  const bitmap = await browser.createImageBitmap(file);
  const size = fitted(bitmap.width, bitmap.height);
  const fits = size.width === bitmap.width && size.height === bitmap.height;
  const data = fits ? file : await drawn(bitmap, size, file.type, browser);
  bitmap.close();
  return keep(file.name, data);
}

/** The picture in another size. What may be transparent stays so. */
async function drawn(bitmap, { width, height }, type, browser) {
  const canvas = browser.document.createElement("canvas");
  Object.assign(canvas, { width, height });
  canvas.getContext("2d").drawImage(bitmap, 0, 0, width, height);
  const format = type === "image/jpeg" ? "image/jpeg" : "image/webp";
  const blob = await new Promise((resolve) => canvas.toBlob(resolve, format, 0.85));
  if (!blob) throw new TypeError("The picture cannot be drawn.");
  return blob;
}

/** Shows a kept picture in an <img>. The address of its bytes is released as soon as it is shown. */
export function showPicture(image, { data }, urls = URL) {
  const address = urls.createObjectURL(data);
  const release = () => urls.revokeObjectURL(address);
  image.addEventListener("load", release, { once: true });
  image.addEventListener("error", release, { once: true });
  image.src = address;
  return image;
}
