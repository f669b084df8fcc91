import { askBehaviour } from "./ask-part.ts";
import { detailOf } from "./details.ts";
import { addField, type DraftEntity } from "./draft.ts";
import { type Piece, senseOf } from "./pieces.ts";
import { context, met, refused, type State, settle } from "./state.ts";

/** A word before the noun: a detail or a behaviour that the noun has, or part of the app's name. */
export function modify(state: State, piece: Piece, entity: DraftEntity, after = false): void {
  const field = senseOf(piece, "field")?.field ?? senseOf(piece, "noun")?.noun;
  const detail = (field && detailOf(entity, field.key)) ?? sameStem(piece, entity);
  const word = senseOf(piece, "field")?.field;
  const added = detail ?? (after && word ? addField(state.draft, entity, word) : undefined);
  if (added) {
    state.last = { is: "field", field: added, entity };
    settle(state, piece, met(`entities.${entity.id}.${added.field.id}`));
    return;
  }
  const behaviour = senseOf(piece, "behaviour");
  if (behaviour) {
    const part = askBehaviour(state, behaviour.kind, entity, [], piece.text);
    if (part) {
      settle(state, piece, met(part));
      return;
    }
  }
  const color = senseOf(piece, "color");
  if (color && state.heldContainers.length === 0 && state.draft.accent === null) {
    settle(state, piece, context);
    return;
  }
  settle(state, piece, senseOf(piece, "beyond") ? refused(senseOf(piece, "beyond")?.reason ?? "") : context);
}

/** "Watering" belongs to the details "last watered" and "water every". */
function sameStem({ text }: Piece, { noun, fields }: DraftEntity) {
  const stem = text.toLowerCase().slice(0, 5);
  return noun && stem.length === 5
    ? fields.find(({ field, key }) =>
        `${field.name} ${key}`
          .toLowerCase()
          .split(/[\s_]/)
          .some((word) => word.startsWith(stem)),
      )
    : undefined;
}
