const TYPES = ["image/png", "image/jpeg", "image/gif", "image/webp"];
/** What a message can contain; a larger image is uploaded on its own. */
const MOST_IN_MESSAGE = 3_750_000;
const MOST_BYTES = 10_000_000;

/**
 * The design image that a person attaches to a message, in the controls of `form`. A file of another type, or one that is
 * too large, is refused with a sentence. `fields()` returns the image as members of a request; it uploads a large one with
 * `call(method, path, body)`.
 */
export function designImage(form, say, call) {
  const { image: input } = form.elements;
  const preview = form.querySelector(".design");
  let chosen = null;
  input.addEventListener("change", choose);
  preview.querySelector("button").addEventListener("click", clear);
  return { fields: async () => (chosen ? fieldsOf(chosen, call) : {}), clear };

  async function choose() {
    const [file] = input.files;
    const fault = file && faultOf(file);
    if (!file || fault) {
      clear();
      if (fault) say(fault);
      return;
    }
    chosen = { file, url: await dataUrl(file) };
    Object.assign(preview.querySelector("img"), { src: chosen.url, alt: file.name });
    preview.hidden = false;
  }

  function clear() {
    chosen = null;
    input.value = "";
    preview.hidden = true;
    preview.querySelector("img").removeAttribute("src");
  }
}

async function fieldsOf({ file, url }, call) {
  const image =
    file.size > MOST_IN_MESSAGE
      ? { image_sha256: await upload(file, call) }
      : { image_base64: url.slice(url.indexOf(",") + 1) };
  return { ...image, image_filename: file.name };
}

/** Uploads a file through this page's own host, to which the policy of the page is limited. Returns its digest. */
async function upload(file, call) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", await file.arrayBuffer()));
  const sha256 = Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
  const { url, headers } = await call("POST", "/gantry/uploads", {
    sha256,
    size: file.size,
    media_type: file.type,
  });
  const { pathname, search } = new URL(url);
  const { ok, status } = await fetch(pathname + search, { method: "PUT", headers, body: file });
  if (!ok) throw new Error(`${file.name} could not be uploaded (status ${status}). Try again.`);
  return sha256;
}

/** Why a file cannot be sent, as a sentence, or undefined. */
function faultOf({ name, type, size }) {
  if (!TYPES.includes(type)) return `${name} is not a PNG, JPEG, GIF or WebP image.`;
  if (size > MOST_BYTES) return `${name} has ${size} bytes; the limit is ${MOST_BYTES}.`;
  return undefined;
}

function dataUrl(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener("load", () => resolve(reader.result));
    reader.addEventListener("error", () => reject(reader.error));
    reader.readAsDataURL(file);
  });
}
