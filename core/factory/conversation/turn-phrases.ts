import type { Phrases } from "#core/factory/conversation/sentence-rules.ts";

const list = (text: string): readonly string[] => text.trim().split(/\s*,\s*/);

/** Sentences that reject a plan, in the form of {@link Phrases}. */
export const NO: Phrases = {
  en: list(`no, nope, nah, no way, not this, not that, not like this, not like that, i dont want it, i dont want that,
    i dont want this, dont, do not, dont build it, do not build it, dont build that, do not build that, dont do it, do not do it,
    dont do that, thats wrong, that is wrong, that is not right, thats not right, wrong, cancel, cancel it, stop, not ok, not okay,
    definitely not, absolutely not, certainly not, of course not, i dont like it, i dont like that, i dont like this,
    not what i meant, thats not what i meant, not what i wanted, thats not what i wanted, reject, reject it, discard it`),
  de: list(`nein, no, ne, nee, auf keinen fall, lieber nicht, so nicht, nicht so, das nicht, bitte nicht, bau das nicht,
    bau es nicht, bau sie nicht, baue das nicht, baue es nicht, baue sie nicht, mach das nicht, mach es nicht, falsch, das ist falsch,
    das stimmt nicht, das passt nicht, passt nicht, abbrechen, stopp, gefallt mir nicht, das gefallt mir nicht, will ich nicht,
    das will ich nicht, auf gar keinen fall, das wollte ich nicht, verwirf das`),
  fr: list(`non, pas ca, pas comme ca, surtout pas, pas du tout, non pas du tout, ne le construis pas, ne la construis pas,
    ne le construisez pas, ne la construisez pas, ne fais pas ca, cest faux, ca ne va pas, ce nest pas bon, annule, annulez, annuler, arrete, ca ne me plait pas,
    je naime pas, je naime pas ca, je nen veux pas, ce nest pas ce que je voulais`),
  es: list(`no, asi no, eso no, esto no, mejor no, para nada, no lo construyas, no la construyas, no lo hagas, no lo haga,
    esta mal, eso esta mal, no es correcto, cancela, cancelar, cancele, no me gusta, no lo quiero, no quiero eso, eso no es lo que queria,
    no es lo que queria`),
};

/** Sentences that leave a plan for another time. */
export const LATER: Phrases = {
  en: list(`later, maybe later, not now, not yet, another time, some other time, not today, tomorrow, maybe tomorrow, do it later,
    do it tomorrow, lets do it later, wait, hold on, one moment, let me think, let me think about it, ill think about it,
    i will think about it, i need to think about it, i have to think about it, give me a moment, ill decide later, i will decide later,
    keep it for later, save it for later, ask me later, ask me tomorrow, remind me later, i need time, i need more time, next week`),
  de: list(`spater, vielleicht spater, jetzt nicht, nicht jetzt, noch nicht, ein andermal, ein anderes mal, heute nicht, morgen,
    morgen vielleicht, mach das spater, mach es spater, warte, warte mal, moment, einen moment, moment mal, ich uberlege noch,
    ich uberlege es mir, ich uberlege mir das, ich denke daruber nach, ich muss noch uberlegen, nicht heute, nachste woche, frag mich morgen, frag mich spater,
    ich brauche noch zeit, ich brauche zeit`),
  fr: list(`plus tard, peut etre plus tard, pas maintenant, pas encore, une autre fois, pas aujourdhui, demain, attends, attendez,
    un moment, un instant, je reflechis, je vais reflechir, je vais y reflechir, laisse moi reflechir, laissez moi reflechir, la semaine prochaine,
    pas tout de suite, jai besoin de temps`),
  es: list(`mas tarde, luego, quizas mas tarde, tal vez mas tarde, ahora no, todavia no, aun no, en otro momento, otro dia, hoy no,
    manana, espera, espere, un momento, lo pensare, dejame pensar, dejeme pensar, tengo que pensarlo, ahora mismo no, la proxima semana,
    la semana que viene, necesito tiempo, hoy mejor no`),
};

/** Sentences that drop all that was said. */
export const START_OVER: Phrases = {
  en: list(`start over, lets start over, i want to start over, start again, lets start again, start from scratch, begin again,
    from scratch, restart, reset, forget it, forget that, forget everything, forget all that, scrap that, scrap it, scrap everything,
    never mind, something else, something different, something completely different, new app, a new app, another app, start from the beginning,
    from the beginning, lets begin again, forget all of that, new idea, a new idea`),
  de: list(`von vorn, von vorne, noch mal von vorn, nochmal von vorn, noch mal von vorne, nochmal von vorne, noch einmal von vorn,
    fang von vorn an, fang von vorne an, fangen wir von vorn an, neu anfangen, fang neu an, fangen wir neu an, neustart, alles neu,
    vergiss es, vergiss das, vergiss alles, etwas anderes, was anderes, etwas ganz anderes, neue app, eine neue app, eine andere app, von anfang an, noch mal von anfang an,
    nochmal neu, noch mal neu, alles vergessen, ganz von vorn, ganz von vorne, neue idee, eine neue idee`),
  fr: list(`recommence, recommencez, recommencer, recommencons, on recommence, on recommence a zero, repartons de zero,
    repars de zero, repartez de zero, de zero, a zero, oublie, oublie ca, oublie tout, oubliez, oubliez ca, laisse tomber, autre chose,
    quelque chose dautre, nouvelle application, une nouvelle application, une autre application,
    on reprend a zero, reprenons a zero, depuis le debut, nouvelle idee, une nouvelle idee`),
  es: list(`empieza de nuevo, empiece de nuevo, empezar de nuevo, empecemos de nuevo, de nuevo, desde cero, empieza desde cero,
    empezar desde cero, empecemos desde cero, olvidalo, olvidelo, olvida eso, olvida todo, dejalo, otra cosa, algo diferente, algo distinto,
    nueva aplicacion, una nueva aplicacion, otra aplicacion, empezar de cero,
    empieza de cero, desde el principio, nueva idea, una nueva idea`),
};

/** Thanks and greetings. */
export const COURTESY: Phrases = {
  en: list(`thanks, thank you, thank you very much, thanks a lot, many thanks, thank you so much, thanks so much, cheers,
    hello, hi, hey, hello there, hi there, good morning, good afternoon, good evening, how are you, how are you doing`),
  de: list(`danke, danke schon, dankeschon, vielen dank, danke sehr, besten dank, herzlichen dank, danke dir, danke ihnen,
    hallo, guten tag, guten morgen, guten abend, servus, gruss gott, moin, wie geht es dir, wie geht es ihnen, wie gehts`),
  fr: list(`merci, merci beaucoup, merci bien, mille mercis, un grand merci, je te remercie, je vous remercie, bonjour, bonsoir,
    salut, coucou, comment vas tu, comment allez vous, ca va`),
  es: list(`gracias, muchas gracias, mil gracias, te lo agradezco, se lo agradezco, hola, buenos dias, buenas tardes,
    buenas noches, buenas, que tal, como estas, como esta`),
};
