/** Every way a text is usually written down: as it is, in a URL, in hex, and in base64 at any place of a longer text. */
export function formsOf(text: string): readonly string[] {
  const bytes = Buffer.from(text);
  const base64 = [0, 1, 2].flatMap((before) => {
    const all = Buffer.concat([Buffer.alloc(before), bytes]);
    // Characters at either end that the neighbours of the text have a part in are left out.
    const [from, to] = [Math.ceil((before * 4) / 3), Math.floor((all.length * 4) / 3)];
    return (["base64", "base64url"] as const).map((encoding) => all.toString(encoding).slice(from, to));
  });
  return [...new Set([text, encodeURIComponent(text), bytes.toString("hex"), ...base64])];
}

/** Names of the canaries that are somewhere in the text, in whatever form. */
export function canariesIn(text: string | Buffer, canaries: Readonly<Record<string, string>>): string[] {
  return Object.keys(canaries).filter((name) =>
    formsOf(canaries[name] as string).some((form) => text.includes(form)),
  );
}
