/** Whether `If-None-Match` matches this entity tag, by weak comparison (RFC 9110 section 13.1.2). */
export function isNotModified(ifNoneMatch: string | undefined, etag: string): boolean {
  const weak = (tag: string) => tag.trim().replace(/^W\//, "");
  const tags = ifNoneMatch?.split(",").map(weak) ?? [];
  return tags.includes("*") || tags.includes(weak(etag));
}
