/** `lowCamelCase` of a snake_case identifier. */
export function camelCase(id: string): string {
  return id.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/** `kebab-case` of a snake_case identifier: the name of a file. */
export function kebabCase(id: string): string {
  return id.replaceAll("_", "-");
}
