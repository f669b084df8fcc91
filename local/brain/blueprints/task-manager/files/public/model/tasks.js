/**
 * The tasks themselves: lists go in, new lists come out. A feature may have `read(fields)` (its own part of a task,
 * from a form or from storage, always well-formed), `toForm(task)`, `badges(task, now)`, `compare(a, b)` and
 * `matches(task, view)`.
 */
export function createTaskModel(features) {
  const call = (name, ...args) => features.filter((feature) => feature[name]).map((feature) => feature[name](...args));
  const own = (fields) => Object.assign({}, ...call("read", fields));

  return {
    add(tasks, fields) {
      const title = cleanTitle(fields.title);
      if (title === "") return tasks;
      return [...tasks, { id: String(fields.id), title, done: false, ...own(fields) }];
    },
    toggle: (tasks, id) => tasks.map((task) => (task.id === id ? { ...task, done: !task.done } : task)),
    edit(tasks, id, fields) {
      const title = cleanTitle(fields.title);
      if (title === "") return tasks;
      return tasks.map((task) => (task.id === id ? { ...task, title, ...own(fields) } : task));
    },
    remove: (tasks, id) => tasks.filter((task) => task.id !== id),
    clearDone: (tasks) => tasks.filter(({ done }) => !done),
    count(tasks) {
      const done = tasks.filter((task) => task.done).length;
      return { open: tasks.length - done, done };
    },
    /** The tasks of a view in order: open before done, then by each feature's own order, then as they were added. */
    visible(tasks, view) {
      const wanted = (task) =>
        (view.show === "all" || task.done === (view.show === "done")) && call("matches", task, view).every(Boolean);
      return tasks
        .filter(wanted)
        .sort((a, b) => Number(a.done) - Number(b.done) || call("compare", a, b).find((order) => order !== 0) || 0);
    },
    badges: (task, now) => call("badges", task, now).flat(),
    toForm: (task) => ({ title: task.title, ...Object.assign({}, ...call("toForm", task)) }),
    /** Tasks from storage; throws when it is no list, and leaves out what is no task. */
    parse(value) {
      if (!Array.isArray(value)) throw new TypeError("tasks must be a list");
      return value
        .filter((task) => typeof task?.id === "string" && cleanTitle(task.title) !== "")
        .map((task) => ({ id: task.id, title: cleanTitle(task.title), done: task.done === true, ...own(task) }));
    },
  };
}

function cleanTitle(title) {
  return typeof title === "string" ? title.replace(/\s+/g, " ").trim().slice(0, 200) : "";
}
