/** Shows only items that hold every word of `view.query`, in title, text or tags, whatever the case. */
export const search = {
  matches(item, view) {
    const text = [item.title, item.text ?? "", ...(item.tags ?? [])].join(" ").toLowerCase();
    return wordsOf(view.query).every((word) => text.includes(word));
  },
};

function wordsOf(query = "") {
  return query.toLowerCase().split(/\s+/).filter(Boolean);
}
