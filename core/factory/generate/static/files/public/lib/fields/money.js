import { numberField, plainOr } from "../number-field.js";
import { currencyDigits, minorUnits, moneyText, numberText, readNumber } from "../numbers.js";

/** An amount in the currency of the app, stored in its minor unit (cents). */
export function money(options) {
  return numberField(options, {
    type: "money",
    accepts: (value) => value === null || Number.isSafeInteger(value),
    show: moneyText,
    edit: (value, app) => numberText(plain(value, app), app.locale),
    read,
    suffix: symbol,
    toText: (value, app) => (Number.isFinite(value) ? plain(value, app) : ""),
    fromText: (text, app) =>
      plainOr(
        text,
        (digits) => minorUnits(Number(digits), app.currency),
        () => read(text, app),
      ),
  });
}

function plain(value, { currency }) {
  const digits = currencyDigits(currency);
  return (value / 10 ** digits).toFixed(digits);
}

function read(text, { locale, currency }) {
  const amount = readNumber(text.replace(/\p{Sc}|[A-Z]{3}/gu, ""), locale);
  return typeof amount === "number" ? minorUnits(amount, currency) : amount;
}

function symbol({ locale, currency }) {
  const parts = new Intl.NumberFormat(locale, { style: "currency", currency }).formatToParts(0);
  return parts.find(({ type }) => type === "currency").value;
}
