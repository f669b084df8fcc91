import { thingColor } from "./css-colors.ts";
import { hasRole, type Piece, senseOf } from "./pieces.ts";

/** Words for the color of an app, and for what of it has one. */
const COLOR =
  /^(colou?rs?|farben?|couleurs?|color|colores|accent|accent colou?r|akzent|akzentfarbe|acento)$/i;
const COLORED =
  /^(colou?rs?|farben?|couleurs?|colores|accent|akzent|acento|background|hintergrund|fond|fondo|theme|thème|thema|tema|buttons?|design|look)$/i;
const IT = /^(it|this|that|app|sie|es|ihn|das|la|le|lo|hazlo|hazla)$/i;

/** Reads "color: red" as a color, and words for things where only a color makes sense: "in gold", "make it tomato". */
export function colored(pieces: readonly Piece[]): Piece[] {
  return stated(pieces.map((piece, at) => (isColor(pieces, at) ? asColor(piece) : piece)));
}

function asColor(piece: Piece): Piece {
  return { ...piece, senses: [{ is: "color", hex: thingColor(piece.text) ?? "" }] };
}

function isColor(pieces: readonly Piece[], at: number): boolean {
  const piece = pieces[at] as Piece;
  if (thingColor(piece.text) === undefined) return false;
  const others = pieces.filter((other) => other !== piece);
  if (others.some(({ text }) => text.toLowerCase().startsWith(piece.text.toLowerCase()))) return false;
  const [before, after] = [pieces[at - 1], pieces[at + 1]];
  const ends =
    !after || /^\p{P}$/u.test(after.text) || after.function || hasRole(after, "and", "but", "with", "for");
  if (after && COLORED.test(after.text)) return true;
  if (!before || !ends) return false;
  const isStated =
    COLOR.test(before.text) ||
    COLORED.test(before.text) ||
    (/^[:=]$/.test(before.text) && COLOR.test(pieces[at - 2]?.text ?? ""));
  const isMade =
    IT.test(before.text) &&
    pieces
      .slice(0, at)
      .some((other) => hasRole(other, "build") || /^(change|turn|paint|färbe)$/i.test(other.text));
  return isStated || isMade || hasRole(before, "in");
}

/** Joins "color", a colon and one color. */
function stated(pieces: readonly Piece[]): Piece[] {
  const result: Piece[] = [];
  for (let at = 0; at < pieces.length; at += 1) {
    const [word, mark, color, after] = pieces.slice(at, at + 4) as [Piece, Piece?, Piece?, Piece?];
    const more = /^[,/]$/.test(after?.text ?? "")
      ? pieces[at + 4]
      : after && hasRole(after, "or", "and") && pieces[at + 4];
    const isOne = senseOf(color, "color") && !(more && (senseOf(more, "color") ?? thingColor(more.text)));
    if (COLOR.test(word.text) && /^[:=]$/.test(mark?.text ?? "") && color && isOne) {
      const tokens = [word, mark, color].flatMap((piece) => piece?.tokens ?? []);
      result.push({ ...color, tokens, text: `${word.text} ${color.text}` });
      at += 2;
    } else result.push(word);
  }
  return result;
}
