/**
 * Callers choose the names of attributes, which may be `__proto__` or `constructor`, so they are only
 * accessed as own members.
 */
export type Members<T> = Record<string, T>;

export function member<T>(members: Members<T> | undefined, name: string): T | undefined {
  return members !== undefined && Object.hasOwn(members, name) ? members[name] : undefined;
}

export function setMember<T>(members: Members<T>, name: string, value: T): void {
  if (name === "__proto__")
    Object.defineProperty(members, name, { value, enumerable: true, configurable: true, writable: true });
  else members[name] = value;
}

/** Creates an object without a prototype. */
export function membersOf<T>(entries: Iterable<readonly [string, T]>): Members<T> {
  const members: Members<T> = Object.create(null);
  for (const [name, value] of entries) members[name] = value;
  return members;
}
