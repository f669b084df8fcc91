import { nounOf } from "#local/brain/lexicon/lexicon.ts";
import { LACKS } from "#local/brain/lexicon/words/archetypes.ts";
import { BEYOND } from "#local/brain/lexicon/words/beyond.ts";
import { askBehaviour, askView } from "./ask-part.ts";
import { addNoun, type DraftEntity } from "./draft.ts";
import { modify } from "./modifier.ts";
import { hasRole, type Piece, senseOf } from "./pieces.ts";
import { byKind, met, refused, type State, settle } from "./state.ts";
import { setTheme } from "./theme.ts";

/**
 * Refuses a copy of a product that is known for what needs a server: "a Slack clone" keeps messages by channel, and is no
 * chat in real time.
 */
export function refuseCopy(state: State, pieces: readonly Piece[]): void {
  const reason = pieces.map((piece) => lackOf(state, piece)).find(Boolean);
  if (reason) settle(state, pieces.filter(isCopy), refused(reason));
}

const isCopy = (piece: Piece) => hasRole(piece, "style") && !hasRole(piece, "like");

/** Why an app cannot be what a product is known for; undefined for any other piece. */
function lackOf(state: State, piece: Piece): string | undefined {
  const key = senseOf(piece, "product") && LACKS.get(piece.text.toLowerCase());
  return BEYOND.find((beyond) => beyond.key === key)?.reason[state.draft.locale];
}

/** Reads a famous app: its kind of records with the parts that make it what it is. `compared`: the app is to be like it. */
export function readProduct(state: State, piece: Piece, pieces: readonly Piece[], compared: boolean): void {
  const product = senseOf(piece, "product")?.product;
  const noun = nounOf(product?.noun ?? "");
  if (!product || !noun) return;
  const entity = addNoun(state.draft, noun);
  state.current = entity;
  state.last = { is: "entity", entity };
  state.wanted = true;
  setTheme(state, piece);
  const parts = product.parts.map((part, at) => askProductPart(state, part, entity, at === 0));
  // "An app like Slack" has no word for a copy: the product is what it cannot be.
  const lack = compared ? lackOf(state, piece) : undefined;
  settle(state, piece, lack ? refused(lack) : met(parts[0] ?? `entities.${entity.id}`));
  for (const other of pieces) {
    const color = senseOf(other, "color");
    if (color) {
      state.draft.accent = color.hex;
      settle(state, other, met("look.accent"));
    } else if (other !== piece && !other.figure) modify(state, other, entity);
  }
  settle(
    state,
    pieces.filter((other) => senseOf(other, "container") || senseOf(other, "view")),
    byKind,
  );
}

/** Asks for a part of a product; its first view is what its users see first. */
function askProductPart(state: State, part: string, entity: DraftEntity, opens: boolean): string {
  if (!VIEWS.has(part)) return askBehaviour(state, part as "due", entity);
  const path = askView(state, part as "list", entity);
  const view = state.draft.views.find((each) => each.kind === part && each.entity === entity);
  if (view && opens) view.opens = true;
  return path;
}

const VIEWS = new Set("list table board calendar gallery chart detail stats print".split(" "));
