import type { Behaviour } from "#core/factory/specification/behaviour.ts";
import { AUTOSAVE } from "./autosave.ts";
import type { BehaviourModule } from "./behaviour-module.ts";
import { BUDGET } from "./budget.ts";
import { COLUMN_LIMIT } from "./column-limit.ts";
import { COMPLETION } from "./completion.ts";
import { DUE, RECURRENCE, REMINDER } from "./dates.ts";
import { FILTER } from "./filter.ts";
import { IMPORT } from "./importing.ts";
import { ARCHIVE, BULK, CHECK_IN, DUPLICATE, FAVORITE, MANUAL_ORDER } from "./marking.ts";
import { LOW_STOCK, TOTALS } from "./numbers.ts";
import { SEARCH } from "./search.ts";
import { SORT } from "./sort.ts";
import { STATUS_FLOW } from "./status-flow.ts";
import { EXPORT, OFFLINE, SAMPLE_DATA, SHORTCUTS } from "./whole-app.ts";
import { WORD_COUNT } from "./word-count.ts";

/** The behaviours that can be generated, one row each: see {@link BehaviourModule} for what a kind needs. */
export const BEHAVIOURS: {
  readonly [Kind in Behaviour["kind"]]: BehaviourModule<Extract<Behaviour, { kind: Kind }>>;
} = {
  search: SEARCH,
  filter: FILTER,
  sort: SORT,
  due: DUE,
  completion: COMPLETION,
  recurrence: RECURRENCE,
  reminder: REMINDER,
  status_flow: STATUS_FLOW,
  totals: TOTALS,
  low_stock: LOW_STOCK,
  budget: BUDGET,
  column_limit: COLUMN_LIMIT,
  word_count: WORD_COUNT,
  autosave: AUTOSAVE,
  check_in: CHECK_IN,
  favorite: FAVORITE,
  archive: ARCHIVE,
  duplicate: DUPLICATE,
  manual_order: MANUAL_ORDER,
  bulk: BULK,
  export: EXPORT,
  import: IMPORT,
  sample_data: SAMPLE_DATA,
  shortcuts: SHORTCUTS,
  offline: OFFLINE,
};

/** The module of a behaviour. */
export function behaviourModule({ kind }: Behaviour): BehaviourModule {
  return BEHAVIOURS[kind] as BehaviourModule;
}
