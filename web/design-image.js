const TYPES = ["image/png", "image/jpeg", "image/gif", "image/webp"];
const MOST_BYTES = 3_750_000;

/**
 * The design image that a person attaches to a message, in the controls of `form`. A file of another type, or one that is
 * too large, is refused with a sentence. `fields()` returns the image as members of a request.
 */
export function designImage(form, say) {
  const { image: input } = form.elements;
  const preview = form.querySelector(".design");
  let chosen = {};
  input.addEventListener("change", choose);
  preview.querySelector("button").addEventListener("click", clear);
  return { fields: () => chosen, clear };

  async function choose() {
    const [file] = input.files;
    const fault = file && faultOf(file);
    if (!file || fault) {
      clear();
      if (fault) say(fault);
      return;
    }
    const url = await dataUrl(file);
    chosen = { image_base64: url.slice(url.indexOf(",") + 1), image_filename: file.name };
    Object.assign(preview.querySelector("img"), { src: url, alt: file.name });
    preview.hidden = false;
  }

  function clear() {
    chosen = {};
    input.value = "";
    preview.hidden = true;
    preview.querySelector("img").removeAttribute("src");
  }
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
