/** Headers as API Gateway passes them, with names in the client's case. */
export type Headers = Readonly<Record<string, string | undefined>>;

/** A header by its lower-case name. */
export function headerOf(headers: Headers | null | undefined, name: string): string | undefined {
  return Object.entries(headers ?? {}).find(([key]) => key.toLowerCase() === name)?.[1];
}
