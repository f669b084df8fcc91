import { fieldsOf } from "../entity.js";
import { recordPage } from "../record-page.js";

/** The page of one record with the fields in this order. It is opened by the links to records, not by the navigation. */
export function detailView(app, { id, name, entity, fields }) {
  return { id, name, path: null, render: (recordId) => recordPage(app, entity, fieldsOf(entity, fields), recordId) };
}
