import { matches } from "./selectors.js";

/** As much of a document as the app's pages use, so that tests can click and read them without a browser. */

class DomEvent {
  constructor(type, values = {}) {
    Object.assign(this, { type, defaultPrevented: false, stopped: false, bubbles: true, ...values });
  }
  preventDefault() {
    this.defaultPrevented = true;
  }
  stopPropagation() {
    this.stopped = true;
  }
}

class Listeners {
  #listeners = new Map();
  addEventListener(type, listener) {
    this.#listeners.set(type, [...(this.#listeners.get(type) ?? []), listener]);
  }
  removeEventListener(type, listener) {
    this.#listeners.set(type, (this.#listeners.get(type) ?? []).filter((each) => each !== listener));
  }
  dispatchEvent(event) {
    event.target ??= this;
    for (let node = this; node && !event.stopped; node = event.bubbles ? node.parentNode : null) node.hear?.(event);
    return !event.defaultPrevented;
  }
  hear(event) {
    event.currentTarget = this;
    for (const listener of this.#listeners.get(event.type) ?? []) listener.call(this, event);
  }
}

class Node extends Listeners {
  parentNode = null;
  remove() {
    if (!this.parentNode) return;
    const { childNodes } = this.parentNode;
    childNodes.splice(childNodes.indexOf(this), 1);
    this.parentNode = null;
  }
  get isConnected() {
    return this === document || (this.parentNode?.isConnected ?? false);
  }
  get parentElement() {
    return this.parentNode?.tagName ? this.parentNode : null;
  }
}

class Text extends Node {
  constructor(text) {
    super();
    this.textContent = text;
  }
}

class Parent extends Node {
  childNodes = [];
  append(...children) {
    for (const child of children) {
      const node = child instanceof Node ? child : new Text(String(child));
      node.remove();
      node.parentNode = this;
      this.childNodes.push(node);
    }
  }
  prepend(...children) {
    const rest = [...this.childNodes];
    this.append(...children, ...rest);
  }
  replaceChildren(...children) {
    for (const child of [...this.childNodes]) child.remove();
    this.append(...children);
  }
  get children() {
    return this.childNodes.filter((child) => child instanceof Element);
  }
  get firstChild() {
    return this.childNodes[0] ?? null;
  }
  get textContent() {
    return this.childNodes.map((child) => child.textContent).join("");
  }
  set textContent(text) {
    this.replaceChildren(...(text === "" ? [] : [text]));
  }
  *descendants() {
    for (const child of this.children) {
      yield child;
      yield* child.descendants();
    }
  }
  querySelectorAll(selector) {
    return [...this.descendants()].filter((element) => matches(element, selector));
  }
  querySelector(selector) {
    return this.querySelectorAll(selector)[0] ?? null;
  }
  contains(node) {
    for (let up = node; up; up = up.parentNode) if (up === this) return true;
    return false;
  }
}

class Element extends Parent {
  #attributes = new Map();
  style = {};
  constructor(tag) {
    super();
    this.tagName = tag.toUpperCase();
  }
  setAttribute(name, value) {
    this.#attributes.set(name, String(value));
  }
  getAttribute(name) {
    return this.#attributes.get(name) ?? null;
  }
  hasAttribute(name) {
    return this.#attributes.has(name);
  }
  removeAttribute(name) {
    this.#attributes.delete(name);
  }
  toggleAttribute(name, on) {
    if (on) this.setAttribute(name, "");
    else this.removeAttribute(name);
  }
  get classList() {
    const read = () => (this.getAttribute("class") ?? "").split(/\s+/).filter(Boolean);
    const write = (names) => this.setAttribute("class", [...new Set(names)].join(" "));
    const toggle = (name, on = !read().includes(name)) => write(on ? [...read(), name] : read().filter((each) => each !== name));
    return { contains: (name) => read().includes(name), add: (name) => toggle(name, true), remove: (name) => toggle(name, false), toggle };
  }
  get className() {
    return this.getAttribute("class") ?? "";
  }
  set className(value) {
    this.setAttribute("class", value);
  }
  get dataset() {
    const key = (name) => `data-${String(name).replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
    return new Proxy(this, {
      get: (element, name) => element.getAttribute(key(name)) ?? undefined,
      set: (element, name, value) => {
        element.setAttribute(key(name), value);
        return true;
      },
    });
  }
  get outerText() {
    return visibleText(this);
  }
  matches(selector) {
    return matches(this, selector);
  }
  closest(selector) {
    for (let up = this; up?.tagName; up = up.parentNode) if (matches(up, selector)) return up;
    return null;
  }
  focus() {
    const before = document.activeElement;
    if (before === this) return;
    document.activeElement = this;
    before?.dispatchEvent(new DomEvent("focusout", { relatedTarget: this }));
    this.dispatchEvent(new DomEvent("focusin", { relatedTarget: before }));
  }
  scrollIntoView() {}
  click() {
    if (this.disabled) return;
    const change = this.tagName === "INPUT" && ["checkbox", "radio"].includes(this.type);
    if (change) check(this);
    const event = new DomEvent("click");
    this.dispatchEvent(event);
    if (change) for (const type of ["input", "change"]) this.dispatchEvent(new DomEvent(type));
    if (!event.defaultPrevented) follow(this);
  }
  requestSubmit() {
    this.dispatchEvent(new DomEvent("submit"));
  }
  showModal() {
    this.open = true;
  }
  close() {
    this.open = false;
    this.dispatchEvent(new DomEvent("close", { bubbles: false }));
  }
  get value() {
    if (this.tagName === "SELECT") return (this.options.find(({ selected }) => selected) ?? this.options[0])?.value ?? "";
    if (this.tagName === "OPTION") return this.getAttribute("value") ?? this.textContent;
    return this.current ?? this.getAttribute("value") ?? (this.tagName === "TEXTAREA" ? this.textContent : "");
  }
  set value(value) {
    if (this.tagName === "SELECT") for (const option of this.options) option.selected = option.value === String(value);
    else if (/^(INPUT|TEXTAREA)$/.test(this.tagName) && !/^(checkbox|radio)$/.test(this.type)) this.current = String(value);
    else this.setAttribute("value", value);
  }
  get options() {
    return this.querySelectorAll("option");
  }
}

/** Properties that are attributes under the name on the right. */
const TEXTS = {
  id: "id", type: "type", name: "name", href: "href", src: "src", alt: "alt", title: "title", htmlFor: "for", role: "role",
  placeholder: "placeholder", min: "min", max: "max", step: "step", autocomplete: "autocomplete", scope: "scope",
  download: "download", accept: "accept", loading: "loading", decoding: "decoding", inputMode: "inputmode", target: "target",
  rel: "rel", lang: "lang", draggable: "draggable", pattern: "pattern", label: "label",
};
const NUMBERS = { tabIndex: "tabindex", maxLength: "maxlength", minLength: "minlength", rows: "rows", width: "width", height: "height", colSpan: "colspan", max_: "max" };
const FLAGS = { hidden: "hidden", checked: "checked", selected: "selected", disabled: "disabled", open: "open", multiple: "multiple", required: "required", noValidate: "novalidate", readOnly: "readonly", inert: "inert" };
for (const [property, attribute] of Object.entries({ ...TEXTS, ...NUMBERS }))
  Object.defineProperty(Element.prototype, property, {
    get() {
      const text = this.getAttribute(attribute) ?? "";
      return property in NUMBERS ? Number(text) : text;
    },
    set(value) {
      this.setAttribute(attribute, value);
    },
  });
for (const [property, attribute] of Object.entries(FLAGS))
  Object.defineProperty(Element.prototype, property, {
    get() {
      return this.hasAttribute(attribute);
    },
    set(value) {
      this.toggleAttribute(attribute, Boolean(value));
    },
  });

function check(box) {
  if (box.type === "checkbox") box.checked = !box.checked;
  else for (const each of document.querySelectorAll(`input[name="${box.name}"]`)) each.checked = each === box;
}

/** What a browser does after a click: submits the form of a button, follows a link within the page. */
function follow(element) {
  const link = element.closest("a");
  if (link?.href.startsWith("#")) location.hash = link.href;
  const button = element.closest("button");
  if (button?.type === "submit") button.closest("form")?.requestSubmit();
}

/** The text of an element that a person would see. */
export function visibleText(node) {
  if (node instanceof Text) return node.textContent;
  if (node.hidden || node.tagName === "SCRIPT") return "";
  return node.childNodes.map(visibleText).filter(Boolean).join(" ").replace(/\s+/g, " ").trim();
}

class Document extends Parent {
  activeElement = null;
  title = "";
  constructor() {
    super();
    this.documentElement = new Element("html");
    this.body = new Element("body");
    this.documentElement.append(this.body);
    this.append(this.documentElement);
  }
  createElement(tag) {
    return new Element(tag);
  }
  createElementNS(_namespace, tag) {
    return new Element(tag);
  }
  createTextNode(text) {
    return new Text(text);
  }
  getElementById(id) {
    return this.querySelector(`#${id}`);
  }
}

export { Document, DomEvent, Element, Listeners, Node };
