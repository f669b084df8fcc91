/** The word for a name that comes from the service, which may be newer than this client; undefined for an unknown one. */
export function wordFor(words: Readonly<Record<string, string>>, name: string): string | undefined {
  return Object.hasOwn(words, name) ? words[name] : undefined;
}
