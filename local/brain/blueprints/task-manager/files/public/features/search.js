/** Shows only tasks that hold every word of `view.query`, in title or tags, whatever the case. */
export const search = {
  matches(task, view) {
    const text = [task.title, ...(task.tags ?? [])].join(" ").toLowerCase();
    return wordsOf(view.query).every((word) => text.includes(word));
  },
};

function wordsOf(query = "") {
  return query.toLowerCase().split(/\s+/).filter(Boolean);
}
