import { fields } from "./read.ts";

/** Amounts, and what buying and selling records. */
export const MONEY = fields(`
price      | money | Price, prices | Preis, Preise | Prix | Precio, precios
cost       | money | Cost, costs, expense amount | Kosten | Coût, coûts, frais | Coste, costes, costo, costos
amount     | money | Amount, sum of money | Betrag, Beträge, Summe | Montant, montants, somme | Importe, importes, monto
budget     | money | Budget | Budget | Budget | Presupuesto
value      | money | Value, worth, deal value | Wert | Valeur | Valor
paid       | boolean | Paid, settled | Bezahlt, beglichen | Payé, réglé | Pagado, abonado
payment_method | choice options=payment_method | Payment method, paid with, method of payment | Zahlungsart, Zahlungsmittel, bezahlt mit | Mode de paiement, moyen de paiement, payé avec | Forma de pago, método de pago, medio de pago
unit_price | money | Unit price, price per unit, price each | Einzelpreis, Stückpreis | Prix unitaire, prix à l'unité | Precio unitario, precio por unidad
line_total | computed formula=multiply(quantity,unit_price) | Total, line total | Gesamtpreis, Zeilensumme | Total, total de la ligne | Total, total de la línea
stock      | integer min=0 | Stock, in stock, quantity in stock, stock level, on hand | Bestand, Lagerbestand, auf Lager, vorrätig | Stock, en stock, niveau de stock, quantité en stock | Existencias, stock, en stock, nivel de existencias
reorder_level | integer min=0 | Reorder level, minimum stock, reorder point, low stock level | Mindestbestand, Meldebestand | Seuil de réapprovisionnement, stock minimum, seuil d'alerte | Stock mínimo, punto de pedido, existencias mínimas
sku        | text  | SKU, article number, item number, product code | Artikelnummer, SKU | Référence, SKU, référence article | Referencia, SKU, código de artículo
`);
