const PART = /([a-z][a-z0-9]*|\*)|#([\w-]+)|\.([\w-]+)|\[([\w-]+)(?:="([^"]*)")?\]|:(checked|disabled|focus-visible|not\(([^)]*)\))/gi;

/** Whether an element matches a selector: tags, #ids, .classes, [attributes], :checked, :focus-visible, :not(), descendants and lists. */
export function matches(element, selector) {
  return selector.split(",").some((one) => matchesPath(element, one.trim().split(/\s+/)));
}

function matchesPath(element, steps) {
  const [last, ...before] = [...steps].reverse();
  if (!matchesOne(element, last)) return false;
  if (before.length === 0) return true;
  const rest = before.reverse();
  for (let up = element.parentNode; up?.tagName; up = up.parentNode) if (matchesPath(up, rest)) return true;
  return false;
}

function matchesOne(element, compound) {
  return [...compound.matchAll(PART)].every(([, tag, id, name, attribute, value, state, inner]) => {
    if (tag) return tag === "*" || element.tagName.toLowerCase() === tag.toLowerCase();
    if (id) return element.getAttribute("id") === id;
    if (name) return element.classList.contains(name);
    if (attribute) return element.hasAttribute(attribute) && (value === undefined || element.getAttribute(attribute) === value);
    if (state === "checked") return element.checked === true || element.selected === true;
    if (state === "focus-visible") return element === document.activeElement;
    if (state === "disabled") return element.disabled === true;
    return !matchesOne(element, inner);
  });
}
