import { fields } from "./read.ts";

/** Amounts, and what buying and selling records. */
export const MONEY = fields(`
price      | money | Price, prices | Preis, Preise | Prix | Precio, precios
cost       | money | Cost, costs, expense amount | Kosten | Coût, coûts, frais | Coste, costes, costo, costos
amount     | money | Amount, sum of money | Betrag, Beträge, Summe | Montant, montants, somme | Importe, importes, monto
budget     | money | Budget | Budget | Budget | Presupuesto
value      | money | Value, worth, deal value | Wert | Valeur | Valor
paid       | boolean | Paid, settled | Bezahlt, beglichen | Payé, réglé | Pagado, pagada, abonado
payment_method | choice options=payment_method | Payment method, paid with, method of payment | Zahlungsart, Zahlungsmittel, bezahlt mit | Mode de paiement, moyen de paiement, payé avec | Forma de pago, método de pago, medio de pago
unit_price | money | Unit price, price per unit, price each | Einzelpreis, Stückpreis | Prix unitaire, prix à l'unité | Precio unitario, precio por unidad
line_total | computed formula=multiply(quantity,unit_price) | Total, line total | Gesamtpreis, Zeilensumme | Total, total de la ligne | Total, total de la línea
stock      | integer min=0 | Stock, in stock, quantity in stock, stock level, on hand, supply | Bestand, Lagerbestand, Vorrat, Vorräte, auf Lager, vorrätig | Stock, en stock, niveau de stock, quantité en stock | Existencias, stock, en stock, nivel de existencias
reorder_level | integer min=0 | Reorder level, minimum stock, reorder point, low stock level | Mindestbestand, Meldebestand | Seuil de réapprovisionnement, stock minimum, seuil d'alerte | Stock mínimo, punto de pedido, existencias mínimas
sku        | text  | SKU, article number, item number, product code | Artikelnummer, SKU | Référence, SKU, référence article | Referencia, SKU, código de artículo
balance    | money | Balance, account balance | Kontostand, Saldo | Solde | Saldo
bank_name  | text  | Bank, bank name | Bank, Bankname | Banque | Banco
transaction_kind | choice options=transaction_kind | Income or expense, in or out | Einnahme oder Ausgabe | Recette ou dépense | Ingreso o gasto
period     | text  | Period, time period, quarter | Zeitraum, Quartal | Période, trimestre | Periodo, trimestre
limit_amount | money | Limit, spending limit, monthly limit | Limit, Obergrenze, Monatslimit | Plafond, limite | Límite, límite de gasto
spent_amount | money | Spent, spent so far | Ausgegeben | Dépensé | Gastado
remaining_amount | computed formula=subtract(limit_amount,spent_amount) | Remaining, left over | Verbleibend, übrig | Restant, reste | Restante
target_amount | money | Target amount, goal amount | Zielbetrag, Sparziel | Montant visé, montant cible | Importe objetivo, cantidad objetivo
saved_amount | money | Saved so far, amount saved, amount raised | Bisher gespart, gesparter Betrag, bisher gesammelt | Montant épargné, déjà épargné, montant collecté | Importe ahorrado, ahorrado, importe recaudado
remaining_savings | computed formula=subtract(target_amount,saved_amount) | Still to go, amount missing | Noch offen, fehlender Betrag | Reste à réunir | Falta por reunir
billing_cycle | choice options=frequency | Billing cycle, billing period | Abrechnungszeitraum, Zahlungsrhythmus | Cycle de facturation, périodicité | Ciclo de facturación, periodicidad
next_payment | date | Next payment, renewal date, renews on | Nächste Zahlung, Verlängerung am | Prochain paiement, date de renouvellement | Próximo pago, fecha de renovación
cancel_by  | date  | Cancel by, cancellation deadline | Kündigen bis, Kündigungsfrist | Résilier avant le | Cancelar antes del
interest_rate | percent | Interest rate, interest | Zinssatz, Zinsen | Taux d'intérêt, intérêts | Tipo de interés, intereses
symbol     | text  | Symbol, ticker | Kürzel, Börsenkürzel | Symbole boursier, sigle | Símbolo bursátil, ticker
buy_price  | money | Buying price, buy price, purchase price, price paid, what i paid, what i paid for it, what it cost, what it cost me | Kaufpreis, Einkaufspreis, bezahlter Preis, was ich bezahlt habe, was ich dafür bezahlt habe, was es gekostet hat | Prix d'achat, prix payé, ce que j'ai payé | Precio de compra, precio pagado, lo que pagué, lo que costó
current_price | money | Current price | Aktueller Kurs, aktueller Preis | Cours actuel, prix actuel | Precio actual
market_value | computed formula=multiply(quantity,current_price) | Market value | Marktwert | Valeur de marché | Valor de mercado
stock_value | computed formula=multiply(stock,unit_price) | Stock value, inventory value | Lagerwert, Bestandswert | Valeur du stock | Valor de las existencias
valid_from | date  | Valid from | Gültig ab | Valable à partir du | Válido desde
valid_until | date | Valid until, valid through | Gültig bis | Valable jusqu'au | Válido hasta
premium    | money | Premium, insurance premium | Beitrag, Prämie, Versicherungsbeitrag | Prime, prime d'assurance | Prima, prima del seguro
policy_number | text | Policy number | Policennummer, Versicherungsnummer | Numéro de contrat, numéro de police | Número de póliza
tax_deductible | boolean | Tax deductible | Steuerlich absetzbar | Déductible des impôts | Deducible de impuestos
paid_by    | text  | Paid by, who paid | Bezahlt von, wer hat bezahlt | Payé par, qui a payé | Pagado por, quién pagó
settled    | boolean | Settled up, balanced | Ausgeglichen, abgerechnet | Remboursé | Liquidado, saldado
discount_percent | percent | Discount, percentage off | Rabatt, Nachlass in Prozent | Remise, réduction | Descuento, rebaja
deposit    | money | Deposit, down payment | Kaution, Anzahlung | Caution, acompte, dépôt de garantie | Fianza, depósito, anticipo
rent       | money | Rent, monthly rent | Miete, Monatsmiete | Loyer | Alquiler, renta
salary     | money | Salary, pay, wage | Gehalt, Lohn | Salaire, rémunération | Salario, sueldo
rate       | money | Rate per night, nightly rate, daily rate | Preis pro Nacht, Übernachtungspreis | Prix par nuit, tarif par nuit | Precio por noche, tarifa por noche
total_donated | computed formula=sum(donation.amount) | Total donated | Gespendet insgesamt | Total des dons | Total donado
receipt_sent | boolean | Receipt sent, donation receipt sent | Spendenquittung versendet | Reçu envoyé, reçu fiscal envoyé | Recibo enviado
lead_time  | integer min=0 unit=days | Delivery time, lead time | Lieferzeit | Délai de livraison | Plazo de entrega
auto_renew | boolean default=true | Renews automatically, auto-renewal | Automatische Verlängerung | Renouvellement automatique | Renovación automática
`);
