/** What the model says of a calculation that has no result, in the language of the page. */
const FAULTS = new Map([
  ["Cannot divide by zero", "{{say_f_zero}}"],
  ["The number is too large", "{{say_f_large}}"],
  ["The calculation is too long", "{{say_f_long}}"],
  ["The calculation is not finished", "{{say_f_unfinished}}"],
  ["There is no real result", "{{say_f_real}}"],
  ["A negative number has no real root", "{{say_f_root}}"],
  ["Only whole numbers from 0 have a factorial", "{{say_f_factorial}}"],
  ["There is no tangent of this angle", "{{say_f_tangent}}"],
  ["Only numbers above 0 have a logarithm", "{{say_f_logarithm}}"],
]);

/** The text of a fault; `point` is the decimal sign of the page. */
export function faultText(fault, point) {
  const [, unexpected] = /^Unexpected “(.+)”$/.exec(fault) ?? [];
  if (unexpected !== undefined) return "{{say_f_unexpected}}".replace("%", () => (unexpected === "." ? point : unexpected));
  return FAULTS.get(fault) ?? fault;
}
