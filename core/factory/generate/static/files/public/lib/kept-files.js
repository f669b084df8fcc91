/** A file as it is kept: its name, type, size in bytes and content. */
export function keep(name, blob) {
  return { name: name.slice(0, 200), type: blob.type, size: blob.size, data: blob };
}

export function isKept(value) {
  return typeof value?.name === "string" && value.data instanceof Blob;
}

/** Offers a kept file as a download. Its address is released as soon as the browser has read it. */
export function downloadFile({ name, data }, urls = URL) {
  const address = urls.createObjectURL(new Blob([data], { type: "application/octet-stream" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => urls.revokeObjectURL(address), 10_000);
}

const UNITS = ["byte", "kilobyte", "megabyte", "gigabyte"];

/** A size in bytes as a language shows it: `1.2 MB`. */
export function sizeText(bytes, { locale }) {
  const power = Math.min(UNITS.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  const unit = { style: "unit", unit: UNITS[power], unitDisplay: power === 0 ? "long" : "short" };
  return new Intl.NumberFormat(locale, { ...unit, maximumFractionDigits: 1 }).format(bytes / 1000 ** power);
}
