import { describe, expect, it } from "@jest/globals";
import { LOCALES } from "#core/factory/specification/specification.ts";
import { readRequest } from "#local/brain/recognise/read/read.ts";
import { colorWords } from "#local/brain/recognise/read/shades.ts";
import { consult } from "#local/brain/roles/consultant.ts";

const planned = (message: string) => consult({ messages: [message] }).proposal;
const accentOf = (message: string) => planned(message)?.specification?.look.accent;

const NAMES =
  `aliceblue antiquewhite aqua aquamarine azure beige bisque black blanchedalmond blue blueviolet brown burlywood cadetblue chartreuse chocolate coral cornflowerblue cornsilk crimson cyan darkblue darkcyan darkgoldenrod darkgray darkgreen darkgrey darkkhaki darkmagenta darkolivegreen darkorange darkorchid darkred darksalmon darkseagreen darkslateblue darkslategray darkslategrey darkturquoise darkviolet deeppink deepskyblue dimgray dimgrey dodgerblue firebrick floralwhite forestgreen fuchsia gainsboro ghostwhite gold goldenrod gray green greenyellow grey honeydew hotpink indianred indigo ivory khaki lavender lavenderblush lawngreen lemonchiffon lightblue lightcoral lightcyan lightgoldenrodyellow lightgray lightgreen lightgrey lightpink lightsalmon lightseagreen lightskyblue lightslategray lightslategrey lightsteelblue lightyellow lime limegreen linen magenta maroon mediumaquamarine mediumblue mediumorchid mediumpurple mediumseagreen mediumslateblue mediumspringgreen mediumturquoise mediumvioletred midnightblue mintcream mistyrose moccasin navajowhite navy oldlace olive olivedrab orange orangered orchid palegoldenrod palegreen paleturquoise palevioletred papayawhip peachpuff peru pink plum powderblue purple rebeccapurple red rosybrown royalblue saddlebrown salmon sandybrown seagreen seashell sienna silver skyblue slateblue slategray slategrey snow springgreen steelblue tan teal thistle tomato turquoise violet wheat white whitesmoke yellow yellowgreen`.split(
    " ",
  );
const FIELDS = readRequest(["a todo list"]).specification?.entities[0]?.fields.length;

describe("each of the 148 named colors of CSS", () => {
  it("is tried", () => expect(new Set(NAMES).size).toBe(148));

  it.each([
    ["in X", (name: string) => [`a todo list in ${name}`]],
    ["make it X", (name: string) => ["a todo list", `make it ${name}`]],
    ["color: X", (name: string) => [`a todo list, color: ${name}`]],
    ["X accent", (name: string) => [`a todo list with a ${name} accent`]],
  ])("is the accent in '%s', and no detail", (_, say) => {
    const unread = NAMES.filter((name) => {
      const { specification } = readRequest(say(name));
      return !specification?.look.accent || specification.entities[0]?.fields.length !== FIELDS;
    });
    expect(unread).toEqual([]);
  });

  it("is the background in 'X background', or the scheme for black", () => {
    const unread = NAMES.filter((name) => {
      const look = readRequest([`a todo list with a ${name} background`]).specification?.look;
      return !look?.background && look?.scheme !== "dark";
    });
    expect(unread).toEqual([]);
  });

  it("is none where it is a thing of the request", () => {
    expect(readRequest(["a plum tracker in plum: weight, date"]).specification?.look.accent).toBeNull();
  });
});

describe("the named colors of CSS", () => {
  it.each([
    ["a habit tracker in rebecca purple", "#663399"],
    ["a habit tracker in rebeccapurple", "#663399"],
    ["a habit tracker in lightslategrey", "#778899"],
    ["a habit tracker in tomato color", "#ff6347"],
    ["ein Habit-Tracker in steelblue", "#4682b4"],
    ["a website for a bakery in dark olive green", "#556b2f"],
  ])("are read as the accent: %s", (message, accent) => expect(accentOf(message)).toBe(accent));

  it.each([
    ["a habit tracker in green", "#15803d"],
    ["a habit tracker in navy", "#1e3a8a"],
  ])("do not replace the everyday colors, which are readable: %s", (message, accent) => {
    expect(accentOf(message)).toBe(accent);
  });

  it.each(["a tomato plant tracker", "a chocolate recipe book"])("leave things alone: %s", (message) => {
    expect(accentOf(message)).toBeNull();
  });

  it.each(LOCALES)("have one meaning for each word: %s", (locale) => {
    const words = colorWords(locale);
    expect(new Set(words.map(([word]) => word)).size).toBe(words.length);
    for (const [, hex] of words) expect(hex).toMatch(/^#[\da-f]{6}$/);
  });
});
