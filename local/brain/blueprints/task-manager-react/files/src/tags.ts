/** Tags from "home, Errands" or a list: lower case, one word each, none twice, five at most. */
export function readTags(value: unknown): string[] {
  const parts = Array.isArray(value) ? value.filter((part) => typeof part === "string") : String(value ?? "").split(",");
  const clean = parts
    .map((part: string) => part.trim().toLowerCase().replace(/^#/, "").replace(/\s+/g, "-").slice(0, 24))
    .filter((part) => part !== "");
  return [...new Set(clean)].slice(0, 5);
}
