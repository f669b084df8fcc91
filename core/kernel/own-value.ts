/**
 * What a table holds under a name that came from outside. A plain look-up would find `constructor` and
 * `__proto__` in every object.
 */
export function ownValue<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
