import type { View } from "#core/factory/specification/view.ts";
import { DETAIL } from "./detail.ts";
import { LIST } from "./list.ts";
import type { ViewModule } from "./view-module.ts";

/** The kinds of views that can be generated, one row each: see {@link ViewModule} for what a kind needs. */
export const VIEWS: {
  readonly [Kind in View["kind"]]?: ViewModule<Extract<View, { kind: Kind }>>;
} = { list: LIST, detail: DETAIL };

/** The module of a view. Throws a TypeError for a kind without one. */
export function viewModule({ kind }: View): ViewModule {
  const module = VIEWS[kind];
  if (!module) throw new TypeError(`The view '${kind}' cannot be generated.`);
  return module as ViewModule;
}
