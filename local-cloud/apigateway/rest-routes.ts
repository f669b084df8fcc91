export interface RestRoute {
  /** `GET`, `POST`, … or `ANY`. */
  readonly method: string;
  /** `/gantry/status/{id}`, or greedy at the end: `/files/{proxy+}`. */
  readonly path: string;
  readonly function: string;
  /** Name of its authorizer. */
  readonly authorizer?: string;
  /** Whether its response is passed on while the function writes it. */
  readonly streams?: boolean;
}

export interface RouteMatch {
  readonly route: RestRoute;
  readonly pathParameters: Record<string, string>;
}

interface Node {
  readonly literal: Map<string, Node>;
  param: { name: string; node: Node } | undefined;
  greedy: { name: string; node: Node } | undefined;
  readonly methods: Map<string, RestRoute>;
}

const emptyNode = (): Node => ({
  literal: new Map(),
  param: undefined,
  greedy: undefined,
  methods: new Map(),
});

/**
 * The resource tree of a REST API. A literal segment takes precedence over `{name}`, which takes precedence
 * over `{name+}`; a method takes precedence over `ANY`. Path parameters keep the client's encoding, as in
 * REST proxy events.
 */
export function compileRoutes(
  routes: readonly RestRoute[],
): (method: string, path: string) => RouteMatch | undefined {
  const root = emptyNode();
  for (const route of routes) {
    const node = segments(route.path).reduce((at, segment) => child(at, segment, route.path), root);
    if (node.methods.has(route.method)) throw new Error(`two routes for ${route.method} ${route.path}`);
    node.methods.set(route.method, route);
  }
  return (method, path) => {
    const found = descend(root, segments(path), []);
    const route = found?.node.methods.get(method) ?? found?.node.methods.get("ANY");
    return found && route ? { route, pathParameters: Object.fromEntries(found.params) } : undefined;
  };
}

const segments = (path: string) => path.split("/").filter((segment) => segment !== "");

function child(at: Node, segment: string, path: string): Node {
  const [, name, greedy] = /^\{([A-Za-z0-9._-]+)(\+?)\}$/.exec(segment) ?? [];
  if (name === undefined) {
    if (/[{}]/.test(segment)) throw new Error(`malformed path segment ${segment} in ${path}`);
    const node = at.literal.get(segment) ?? emptyNode();
    at.literal.set(segment, node);
    return node;
  }
  const kind = greedy ? "greedy" : "param";
  const existing = at[kind];
  if (existing && existing.name !== name)
    throw new Error(
      `${path}: this position already has the name {${existing.name}}; API Gateway refuses a second name`,
    );
  const node = existing?.node ?? emptyNode();
  at[kind] = { name, node };
  return node;
}

type Found = { node: Node; params: [string, string][] };

function descend(node: Node, rest: string[], params: [string, string][]): Found | undefined {
  const [segment, ...others] = rest;
  if (segment === undefined) return node.methods.size > 0 ? { node, params } : undefined;
  const literal = node.literal.get(segment);
  return (
    (literal && descend(literal, others, params)) ??
    (node.param && descend(node.param.node, others, [...params, [node.param.name, segment]])) ??
    (node.greedy && { node: node.greedy.node, params: [...params, [node.greedy.name, rest.join("/")]] })
  );
}
