import { CRAFT } from "./craft.ts";
import { FOOD } from "./food.ts";
import { HEALTH } from "./health.ts";
import { type Trade, tradesIn } from "./trade.ts";
import { WORK } from "./work.ts";

export const TRADES: readonly Trade[] = [FOOD, HEALTH, CRAFT, WORK].flatMap(tradesIn);

/** Trades that say little: one that is named beside them counts. */
const GENERAL: ReadonlySet<string> = new Set(["portfolio", "saas", "agency"]);

export const isGeneral = ({ id }: Trade): boolean => GENERAL.has(id);
