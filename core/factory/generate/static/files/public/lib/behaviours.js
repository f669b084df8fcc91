/**
 * What a behaviour may bring. Every hook is optional; `app` is the running app, `entity` the entity object.
 *
 * start(app)                        once, when the app opens
 * notices(app) -> Node[]            above the views (reminders)
 * menu(app) -> Action[]             entries of the app's menu (import, export, sample data)
 * keys(app) -> Map(key -> run)      keyboard shortcuts outside of text boxes
 * columns                           identifiers of stored values beside the fields (archived, favorite, position)
 * controls(app, state) -> Node[]    above the records of a view; `state` is kept while the app is open: change it with
 *                                   `state.set({ query })`, read `state.query`; the records are then shown again, and the
 *                                   controls stay as they are
 * select(records, app, state)       the records that a view shows, narrowed or in another order
 * badges(record, app) -> Badge[]    { text, tone: accent | good | warn | danger } beside a record's name
 * actions(record, app) -> Action[]  { id, label, icon, run(), pressed } of a record, in views and on its page
 * pickers(record, app) -> Node[]    before a record's name in views (a checkbox that selects it)
 * beforeSave(record, previous, app) a sentence that refuses the change, or null; `previous` is null for a new record
 * afterSave(record, previous, app)  once it is saved
 * limit(field, option)              how many cards the column of an option should hold on a board; null for any number
 * summary(records, app) -> Node     below the records of a view (totals); null for nothing
 * empty(app) -> Action              beside the primary action of an empty view (sample data)
 * detail(record, app) -> Node       on the page of a record (streaks); null for nothing
 * editor(record, app) -> Editor     { field, node, update(record) } on the page of a record instead of the value of `field`;
 *                                   the node stays in its place, so that the focus does, and `update` shows a change
 */
const everywhere = (behaviour) => behaviour.entity === undefined;

/** The behaviours of an entity, and with `all` those of the whole app as well. */
export function behavioursOf(app, entityId) {
  return app.behaviours.filter((behaviour) => everywhere(behaviour) || behaviour.entity === entityId);
}

/** What a hook of the entity's behaviours returns, as one list without what is absent. */
export function collect(app, entityId, hook, ...values) {
  return behavioursOf(app, entityId)
    .filter((behaviour) => behaviour[hook])
    .flatMap((behaviour) => behaviour[hook](...values))
    .filter((each) => each !== null && each !== undefined);
}
