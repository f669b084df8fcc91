/** The kind of a `Host` header: this machine, a project, or a foreign host. */
export type HostKind = { kind: "self" } | { kind: "project"; name: string } | { kind: "foreign" };

const self = new Set(["127.0.0.1", "localhost", "[::1]"]);

/**
 * Classifies a `Host` header (`127.0.0.1:5050`). A page on the internet whose name was rebound to 127.0.0.1
 * still sends its own name, so all names but loopback names are foreign, and so are other ports.
 */
export function hostKind(host: string | undefined, port: number): HostKind {
  const match = /^(\[::1\]|[a-z0-9.-]+)(?::(\d{1,5}))?$/.exec((host ?? "").toLowerCase());
  const name = match?.[1];
  if (name === undefined || Number(match?.[2] ?? 80) !== port) return { kind: "foreign" };
  if (self.has(name)) return { kind: "self" };
  return name.endsWith(".localhost") ? { kind: "project", name } : { kind: "foreign" };
}
