import type { View } from "#core/factory/specification/view.ts";
import { BOARD } from "./board.ts";
import { CALENDAR } from "./calendar.ts";
import { CHART } from "./chart.ts";
import { DETAIL } from "./detail.ts";
import { GALLERY } from "./gallery.ts";
import { LIST } from "./list.ts";
import { PRINT } from "./print.ts";
import { STATS } from "./stats.ts";
import { TABLE } from "./table.ts";
import type { ViewModule } from "./view-module.ts";

/** The kinds of views that can be generated, one row each: see {@link ViewModule} for what a kind needs. */
export const VIEWS: {
  readonly [Kind in View["kind"]]: ViewModule<Extract<View, { kind: Kind }>>;
} = {
  list: LIST,
  table: TABLE,
  board: BOARD,
  calendar: CALENDAR,
  gallery: GALLERY,
  chart: CHART,
  detail: DETAIL,
  stats: STATS,
  print: PRINT,
};

/** The module of a view. */
export function viewModule({ kind }: View): ViewModule {
  return VIEWS[kind] as ViewModule;
}
