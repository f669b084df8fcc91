/** Words that any question has, in English, German, French and Spanish. */
export const UNIMPORTANT = `
a an the this that these those it its i you we they he she my our your their me us them is are be been am was were do does
did done doing have has had can could may might must shall should will would of to for in on at with by from about as into
if or and but so not no yes there here now some any all much many very just also then than too please tell let us what which how
get got go goes made make makes use used using need needs want wants like thing things something anything everything else more
possible able work works working actually really show s t re ve ll don doesn isn
der die das dem den des ein eine einen einem einer eines ich du er sie es wir ihr man mich dir mir dich uns euch ihnen mein meine
meinen meiner meinem dein deine deinen unser unsere ihre ihren ist sind sein war waren wird werden wurde kann kannst können könnt
könnte darf soll muss müssen mag will möchte hat habe haben hatte gibt geht gehen von zu zum zur für in im an am auf mit bei
aus über und oder aber wenn dass nicht kein keine so wie was welche welcher welches welchen denn eigentlich bitte hier da dort jetzt
etwas alles viel viele auch noch nur schon mehr machen mache macht tun tue sich zurück komme funktioniert arbeitet ab
le la les l un une des du de d au aux ce cet cette ces ça cela il elle on je tu nous vous ils elles mon ma mes ton ta tes son sa ses
notre votre vos leur se me te y en est sont être suis a ai as avez ont avoir fait faire peut peux pouvez puis dois doit faut
va vais que qui quoi quel quelle quels quelles comment combien est-ce et si ne pas plus par pour dans sur avec sans c j
n s t qu m bien aussi ici maintenant quelque chose tout tous
el la los las lo un una unos unas de del al a en con por para y o si no que qué cuál cuáles cómo cuánto cuánta cuántos cuántas
es son está están estar ser hay ha he tengo tiene tienen puedo puede puedes se me te mi mis tu tus su sus yo esto eso algo todo todos más muy
aquí ahora hace hacer hago va funciona
`;

/** Words for one thing: the term, and what else people call it in English, German, French and Spanish. */
export const SAME: readonly (readonly [term: string, words: string])[] = [
  [
    "cost",
    "costs price pay paid charge charged money expensive cheap free fee bill kostet kosten kostenlos preis teuer geld bezahlen coûte coûter coût prix cher gratuit payer payant argent cuesta cuestan costar coste costo precio caro gratis pagar pago dinero",
  ],
  [
    "duration",
    "long time take takes minutes dauert dauern dauer lange zeit minuten temps dure durer durée tarda tardar tiempo dura duración minutos",
  ],
  [
    "build",
    "builds built create bauen baust baue baut gebaut erstellen construire construis construit créer crée crear creo creas construir construyes construye construcción",
  ],
  ["mission", "missionen missions misión misiones"],
  ["app", "application applications apps anwendung anwendungen aplicación aplicaciones"],
  ["project", "projekt projekte projet projets proyecto proyectos"],
  ["code", "source quellcode quelltext sourcecode código fuente"],
  ["data", "daten données donnée datos records record information entries"],
  [
    "safe",
    "secure security private privacy safety protected sicher sicherheit privat geschützt datenschutz sûr sûres sécurité sécurisé sécurisées privé privées protégé seguro seguros segura seguridad privado privados protegido",
  ],
  ["where", "wo wohin où donde dónde"],
  ["who", "wer wem wen quien quién"],
  ["why", "warum wieso weshalb pourquoi reason"],
  ["when", "wann quand cuando cuándo"],
  [
    "cancel",
    "cancels cancelled canceled abort stop interrupt abbrechen breche brich abbreche stoppen stoppe beenden annuler annule arrêter arrête interrompre cancelar cancelo detener detengo parar paro",
  ],
  [
    "change",
    "changes modify edit update adjust alter ändern ändere ändert geändert anpassen änderung modifier modifie changer modification adapter cambiar cambio modificar modifico editar actualizar",
  ],
  [
    "rollback",
    "roll back revert undo previous earlier older zurückrollen zurückgehen früheren frühere vorherige alten ältere revenir retour précédente antérieure ancienne volver vuelvo regresar anterior",
  ],
  ["release", "releases version versions versionen versión versiones"],
  [
    "delete",
    "remove erase löschen lösche entfernen entferne supprimer supprime effacer efface retirer eliminar elimino borrar borro quitar",
  ],
  [
    "fail",
    "fails failed failure wrong fehlgeschlagen gescheitert scheitert schiefgegangen fehler échoué échoue échec échouée falló falla fallado fallo fallaron",
  ],
  [
    "verify",
    "check prove prüfen prüfe überprüfen überprüfe nachprüfen verifizieren vérifier vérifie contrôler verificar verifico comprobar compruebo",
  ],
  [
    "evidence",
    "proof pack nachweis nachweise beweis beweise preuve preuves prueba pruebas evidencia evidencias",
  ],
  [
    "connect",
    "connection link attach integrate verbinden verbinde anschließen connecter connecte relier conectar conecto enlazar",
  ],
  ["account", "accounts token tokens konto konten compte comptes cuenta cuentas"],
  ["model", "models llm ai modell modelle ki modèle modèles ia modelo modelos"],
  ["own", "eigene eigenes eigenen propre propres propio propia"],
  [
    "start",
    "begin launch run starten starte beginnen anfangen démarrer démarre lancer lance commencer iniciar inicio empezar empiezo comenzar lanzar arrancar",
  ],
  [
    "confirm",
    "approve approval bestätigen bestätige genehmigen confirmer confirme approuver confirmar confirmo aprobar apruebo",
  ],
  [
    "sandbox",
    "isolated isolation isolate container untrusted isoliert isolierung isolé isolement aislado aislamiento",
  ],
  ["policy", "policies richtlinie richtlinien politique politiques política políticas"],
  [
    "deploy",
    "deployed deployment publish live veröffentlichen bereitstellen déployer publier desplegar publicar",
  ],
  ["repair", "repairs fix heal heals healer reparieren repariert réparer répare reparar repara"],
  ["backup", "backups sichern sicherung sauvegarder sauvegarde respaldar respaldo"],
  ["repository", "repositories repo dépôt repositorio"],
  ["plan", "plans pläne planes"],
  ["happen", "happens passiert geschieht passe pasa sucede"],
  ["limit", "limits grenzen grenze limite limites límite límites"],
];

/** Terms that so many sections are about that they are no subject beside others, and words that ask for a place or a cause. */
export const GENERAL: ReadonlySet<string> = new Set(
  "gantry mission app project build where who why when".split(" "),
);
