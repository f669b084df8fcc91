import { client } from "../service/client.ts";
import { words } from "../words/words.ts";

export const IMAGE_TYPES = ["image/png", "image/jpeg", "image/gif", "image/webp"] as const;
type ImageType = (typeof IMAGE_TYPES)[number];
/** What a message can contain; a larger image is uploaded on its own. */
const MOST_IN_MESSAGE = 3_750_000;
const MOST_BYTES = 10_000_000;

/** The image as members of a message. */
interface ImageFields {
  readonly image_base64?: string;
  readonly image_sha256?: string;
  readonly image_filename?: string;
}

/** Why a file cannot be sent, as a sentence, or undefined. */
export function imageFault({ name, type, size }: File): string | undefined {
  const { build, formats } = words();
  if (!isImageType(type)) return build.noImage(name);
  if (size > MOST_BYTES) return build.tooLarge(name, formats.number(size), formats.number(MOST_BYTES));
  return undefined;
}

/** The members of a message with a design image. A large image is uploaded first. */
export async function imageFields(file: File | null): Promise<ImageFields> {
  if (!file) return {};
  const image =
    file.size > MOST_IN_MESSAGE
      ? { image_sha256: await upload(file) }
      : { image_base64: await base64Of(file) };
  return { ...image, image_filename: file.name };
}

/** Uploads a file through this page's own host, to which the policy of the page is limited. Returns its digest. */
async function upload(file: File): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", await file.arrayBuffer()));
  const sha256 = Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
  const media_type = file.type as ImageType;
  const { url, headers } = await client.offerUpload({ sha256, size: file.size, media_type });
  const { pathname, search } = new URL(url);
  const { ok, status } = await fetch(pathname + search, { method: "PUT", headers, body: file });
  if (!ok) throw new Error(words().build.notUploaded(file.name, status));
  return sha256;
}

function isImageType(type: string): type is ImageType {
  return (IMAGE_TYPES as readonly string[]).includes(type);
}

/** The content of a file in base64: what follows the comma of its `data:` URL. */
function base64Of(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener("load", () => resolve(String(reader.result).split(",")[1] ?? ""));
    reader.addEventListener("error", () => reject(reader.error));
    reader.readAsDataURL(file);
  });
}
