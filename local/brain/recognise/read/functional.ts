/** Words for what an app does or how it is made, which no record has. */
const FUNCTIONAL = new RegExp(
  `^(?:${[
    "avisar|warn|alert|remind|notif|erinner|benachrichtig|préven|animat|animier|animad|confetti|konfetti|sounds?$|klang|effe[ck]t|swip|wisch|gestures?|gesten?|scroll|widget|gamif|blockchain|plug-?in|api$|webhook|automati|analytic|algorithm|algoritm|voice|sprach|vocal|speech|haptic|toolbar|sidebar|menu$|menü$|pop-?up|tooltip|editor|upload|hochladen|integrat|intégr|integra|sync|chatbot|bots?$|camera$|kamera$|scan|persisten|secur|sicherheit|sécur|segur|encrypt|verschlüssel|chiffr|cifrad|privacy|hologra|3d$|vr$|artificial|künstlich|artificiel|smart$|intelligen|inteligen|collabor|kollabor|colabor|cloud|server|login|plugin|template|vorlagen|hardware|bluetooth|nfc$|rfid|location-based|predict|vorhersage|prédict|predic|recommend|empfehl|recommand|recomend|suggest|translat|übersetz|traduc|convert|generat|generier|génér|gener[ao]",
  ].join("|")})`,
  "iu",
);

export function isFunctional(word: string): boolean {
  return FUNCTIONAL.test(word);
}
