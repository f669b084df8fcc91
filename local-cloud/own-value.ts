/**
 * Returns the value of an external name in a table. A plain property access would find `constructor` and
 * `__proto__` in every object.
 */
export function ownValue<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
