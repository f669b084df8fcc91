/** Drawn photos, so that pictures of apps need no files and no rights of others. */

const svg = (wall: string, content: string): Buffer =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="480" viewBox="0 0 640 480"><rect width="640" height="480" fill="${wall}"/>${content}</svg>`,
  );

/** A plant in a pot. */
export function plant(wall: string, leaf: string, pot: string): Buffer {
  const leaves = [-64, -40, -18, 0, 18, 40, 64]
    .map((turn) => {
      const length = 210 - Math.abs(turn);
      return `<ellipse cx="320" cy="${330 - length / 2}" rx="30" ry="${length / 2}" transform="rotate(${turn} 320 330)" fill="${leaf}" fill-opacity="${turn % 4 === 0 ? 0.95 : 0.75}"/>`;
    })
    .join("");
  return svg(
    wall,
    `<rect y="410" width="640" height="70" fill="#000" fill-opacity=".12"/>${leaves}<path d="M245 325h150l-20 120H265z" fill="${pot}"/>`,
  );
}

/** A plate with something on it, seen from above. */
export function dish(table: string, food: string, topping: string): Buffer {
  const pieces = [0, 51, 103, 154, 206, 257, 309]
    .map((turn, index) => {
      const from = 40 + (index % 3) * 26;
      return `<circle cx="${320 + from}" cy="240" r="${13 + (index % 2) * 5}" transform="rotate(${turn} 320 240)" fill="${topping}"/>`;
    })
    .join("");
  return svg(
    table,
    `<circle cx="320" cy="246" r="196" fill="#000" fill-opacity=".15"/><circle cx="320" cy="240" r="190" fill="#fbfaf7"/><circle cx="320" cy="240" r="138" fill="${food}"/>${pieces}`,
  );
}
