import { make } from "./make.js";

/** A project in the list, with buttons that ask for a change and make the release before the live one live again. */
export function projectEntry(project, change, rollBack) {
  const { title, url, current, releases, work } = project;
  const li = make("li", "");
  li.append(
    make("span", work ? `${work.kind} in progress` : stateOf(project), "status"),
    make("strong", title),
  );
  if (url) li.append(Object.assign(make("a", "app"), { href: url }));
  if (!work) li.append(changeButton(project, change));
  if (current > 1 && releases > 1 && !work) li.append(rollbackButton(project, rollBack));
  return li;
}

const stateOf = ({ current, releases }) =>
  current === null ? "not live" : `release ${current} of ${releases}`;

function changeButton(project, change) {
  const button = Object.assign(make("button", "change", "as-link"), { type: "button" });
  button.addEventListener("click", () => change(project));
  return button;
}

function rollbackButton({ title, project_id }, rollBack) {
  const button = Object.assign(make("button", "go back a release", "as-link"), { type: "button" });
  button.addEventListener("click", () => {
    if (!confirm(`Make the release of ${title} before the live one live again?`)) return;
    button.disabled = true;
    rollBack(project_id);
  });
  return button;
}
