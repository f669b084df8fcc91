/** Saves bytes as a file of the person's computer. */
export function save(bytes: Uint8Array, name: string, type = "application/zip"): void {
  const url = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type }));
  const link = Object.assign(document.createElement("a"), { href: url, download: name });
  link.click();
  URL.revokeObjectURL(url);
}
