
/** Lets people mark records as favorites, which are then shown first. */
export function favorite({ entity }) {
  const first = (record) => (record.favorite === true ? 0 : 1);
  return {
    kind: "favorite",
    entity,
    columns: ["favorite"],
    select: (records) => [...records].sort((a, b) => first(a) - first(b)),
    badges: (record, app) => (record.favorite ? [{ text: app.words.favoriteBadge, tone: "accent" }] : []),
    actions: (record, app) => [
      {
        id: "favorite",
        label: app.words.favorite,
        icon: "star",
        pressed: record.favorite === true,
        run: () => app.attempt(() => app.records.save(entity, { ...record, favorite: !record.favorite }, record)),
      },
    ],
  };
}
