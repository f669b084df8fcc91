/** A page of the app: what `make(app, options)` of a kind of view returns, with the entity whose records it shows. */
export function view(make, options) {
  return (app) => ({ ...make(app, options), entity: options.entity });
}
