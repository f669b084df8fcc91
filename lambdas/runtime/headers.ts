/** Headers as API Gateway hands them on: names in whatever case the client used. */
export type Headers = Readonly<Record<string, string | undefined>>;

/** A header by its lower-case name. */
export function headerOf(headers: Headers | null | undefined, name: string): string | undefined {
  return Object.entries(headers ?? {}).find(([key]) => key.toLowerCase() === name)?.[1];
}
