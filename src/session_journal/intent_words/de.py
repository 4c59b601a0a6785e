"""How people pick up the work again in German: rules for intent_grammar."""

PHRASES = """
we = wir|ich|du|ihr|uns|man|mir
past = gestern|vorhin|eben|gerade|zuletzt|vorher|zuvor|heute|bisher|bislang|neulich|letztens|damals / gestern|
  heute|vorgestern|letzten abend|nachmittag|morgen|fruh|mal|montag|dienstag|mittwoch|donnerstag|freitag|samstag|
  sonntag / vom|seit @past|montag|dienstag|mittwoch|donnerstag|freitag|wochenende|letzten? mal? / beim|das|vom
  letzten|letzte|vorigen mal|male / letzte|letzter|letzten|vorige|diese woche|nacht|sitzung|stunde / vor|nach
  der|dem|einer? pause|unterbrechung|mittagspause|absturz|meeting|wochenende|kurzem|urlaub / bis|von|seit jetzt|
  hierher|dato|hierhin|gestern|vorhin|eben|heute|dahin|da / im|zum|in moment|augenblick|zeitpunkt
w = woran|wo|womit|an welcher stelle? / wo|woran|womit / an|bei|bis|in|mit welcher|welchem|was|welchen stelle|
  punkt|schritt|aufgabe? / wie weit
where = wo|woran|womit|wobei|wieweit|worauf / wie weit / an|bei|bis|in|mit welcher|welchem|was|welchen stelle|
  punkt|schritt|aufgabe|stand
ended = aufgehort|aufgehoert|stehengeblieben|stehenblieben|geblieben|aufhorten|aufhoerten|gestoppt|unterbrochen|
  gewesen|verblieben|waren|standen|stecken|hangengeblieben|abgebrochen|abgebrochen / stehen|stecken|hangen|
  haengen geblieben|blieben|geblieben
be = waren|warn|war|sind|bin|stehen|steht|standen|steh|blieben|hatten|haben|sin|hingen|seid|stand
sep = eigentlich|nochmal|noch|denn|gleich|mal|jetzt|stehen|dran|gerade|grade|eben|genau|hier|da|so|nun|schon|
  alles|alle|beide|zusammen|aktuell|momentan|dabei|damit|daran|jetzt|wieder
work = arbeit|sitzung|session|aufgabe|aufgaben|gesprach|gespraech|unterhaltung|projekt|sache|sachen|job|thema|
  plan|konversation|diskussion|thread|chat|vorhaben|todo|todos|liste|punkt|punkte|stelle|schritt|schritte|
  schritten|dingen|dinge|arbeiten|text|rest|umsetzung|stand|programm
det = der|die|das|dem|den|des|unser|unsere|unserer|unserem|unseren|meine|meiner|mein|deine|deiner|dieser|diese|
  dieses|diesem|ein|eine|einen|unsre|meinem|meinen
adj = letzten|letzte|letzter|letztes|aktuelle|aktuellen|vorherigen|vorherige|gestrige|gestrigen|alte|alten|
  restlichen|offenen|offene|nachsten|naechsten|nachste|naechste|nachster|naechster|nachstes|naechstes|
  bisherigen|bisherige|aktueller|kurze|kurzen|gemeinsame|gemeinsamen|kleine|kleinen|momentane|derzeitige|
  derzeitigen|laufende|weiteren|heutige
obj = @det? @adj? @work @past? @sep? / das|es|alles|dies|da|dort|hier|den|dem|ihm
lo = @where @we|@sep|@past|zwei|beide @we|@sep|@past? @sep|@past? @sep|@past? @ended @be? / @where @we @sep|
  @past? @sep|@past? @be @ended? / @where es|das|du|ich|wir|die|@obj @sep|@past? @ended|unterbrochen @be|hat|
  hast|hatte|wurde|ist|habe? / was @we|@obj @past|@sep? @past|@sep? gemacht|getan|besprochen|entschieden|
  beschlossen|geschafft|vorhatten|machten|taten|bearbeitet|angefangen|begonnen|erledigt haben|hatten|habe|hast|
  hab? / woran|womit @we @past|@sep? @past|@sep? gearbeitet|beschaftigt|beschaeftigt|arbeiten|arbeiteten|sassen|
  gesessen haben|waren|hatten|habe|hast? / was @past|@sep? @past|@sep? war|ist|passiert|ansteht|anstand|fehlt|
  offen ist|war?
place = an|ab|von|bei|da|dort|genau|zu|zum|hier|dann? da|dort|der|dem|unserem|dieser|genau|hier|bei? @adj?
  stelle|punkt|stand|da|dort|hier|checkpoint|schritt? @sep? @lo? / @lo
wm = weitermachen|weiterarbeiten|fortfahren|fortsetzen|weitergehen|weiterreden|weiter|anknupfen|anknuepfen|
  ansetzen|weitermacht|weiterfuhren|weiterfuehren|weiterkommen|wiederaufnehmen|loslegen|anfangen|
  weiterprogrammieren|weitercoden|dranbleiben|weiterschreiben|abschliessen|beenden|weitergeht|fortfahre|
  weitermache
V = weiter|weita|weiter|weiterhin|fortsetzen|weitermachen|weitermache|fortfahren|weiterarbeiten|fortsetzung|
  weitergehts|weitergeht|weiters gehts|geht|machen|arbeiten|gehen|im|mit|so|es|text|programm|dann|bitte|los?
  @obj|@sep|es? @place?
V = mach|mache|machen|macht|gehe|geh|geht|gehts|arbeite|arbeiten|gehen|fahr|fahre|fahren|fuhr|setz|setze|setzen|
  red|rede|knupf|knuepf|lass|lasst|nimm|nehmen|fang|starte|leg|arbeit|machs|fuhre @we|es|s|sie? @sep? @sep? mit?
  @obj|@past? @place? @sep? weiter|fort|an|wieder|los|auf|dort|ran @sep? @place?
V = lass|lasst|lassen|konnen|koennen|konnten|koennten|kannst|konntest|koenntest|wollen|sollen|mochte|moechte|
  will|wurde|wuerde|kann|konn|darf|soll|mogen|sie|bereit|zeit|bin|gern|gerne|wollte|willst @we|@sep|sie|gern|
  gerne|bitte|es|zu|bereit? @we|@sep|bitte? @past|@sep? mit|an|die|am? @obj|@place|@past? @place|@sep? zu? @wm
  @sep? @place?
V = @wm @sep? @place? / @place @wm|weiter / am|an|mit @obj @wm|weiter / setz|setze|setzen|fahr|fahre|mach|mache|
  machen|knupf|knuepf @we|bitte|sie|@sep? @sep? @place an|fort|weiter|da|wieder? @sep?
V = zuruck|zurueck an|zur|ans @work|werk / ans werk / an die arbeit / auf gehts|geht / los gehts|geht / weiter
  geht|gehts es|s? / es|jetzt|nun|so geht weiter / dann|na|also? los / bleib|bleiben @we? dran|dabei / nachster|
  naechster|nachste|naechste|nachstes @work|todo|aufgabe|punkt bitte? / mach|mache|los @sep? fertig
V = mach|mache|machen|arbeite|arbeiten|lass|lasst|geh|gehen|fahr|fahren|setz|weiter|konnen|koennen|konnten|
  wollen|sollen|kannst|mochte|moechte|bitte|dann @we|@sep|bitte|weiter? @we|@sep? mit|an|bei|am|beim ... @wm|
  weiter|fort @sep? / weiter|fortfahren|weitermachen mit|an|am|beim|bei ... / mach|mache|machen|geht|gehts|
  arbeite|fahr|fahre @we|es|bitte|@sep? weiter|fort mit|an|am|bei|beim ...
V = ich|wir|bin|sind|da|und|jetzt|nun|so|endlich bin|sind|da|melde|wieder|zuruck|zurueck|mich|jetzt|nun|bins|
  ist? mich|jetzt|nun|wieder? wieder|zuruck|zurueck|da da|hier|zuruck|zurueck|online|am|an|vom|aus? start|platz|
  rechner|mittagessen|mittagspause|pause|meeting|mittag|essen|urlaub|wochenende|der|dem|zuruck|zurueck|kaffee|
  board|rechner|schreibtisch? pause|meeting|mittagspause|urlaub|kaffeepause|zuruck|zurueck? / bin|wieder|zuruck|
  zurueck wieder|zuruck|zurueck|da da|hier|zuruck? / wieder da|zuruck|hier|zurueck|online / zuruck|zurueck aus|
  vom|von|am der|dem? @pausen / da bin ich wieder / ich bins wieder
pausen = pause|meeting|mittagspause|urlaub|kaffeepause|mittag|mittagessen|essen|wochenende|rechner|platz|start|
  schreibtisch|besprechung|feierabend
Q = @where @be @we|@past|@sep @we|@past|@sep? @past|@sep? @past|@sep? @ended? @past|@sep? / @where @be @we
  @past|@sep? @past|@sep? @ended? / @where bleiben|blieben|horten|hoerten|stoppten|horte|machen|machten|endeten|
  lag|lagen|hort|endete|hing @we|@past|@sep @past|@sep? @past|@sep? auf|stehen|weiter|stecken? / @where geht|
  gehts|gings|ging|soll|sollen|fangen|setzen es|s|@we? @past|@sep? weiter|los|an|weitergehen|weitermachen|fort /
  @lo / @where gekommen|vorangekommen @be @we? / @where @be|kamen|bist|seid @we? @past|@sep? @past|@sep?
  gekommen|vorangekommen|fertig|vorgedrungen?
Q = woran|womit|worauf|woruber|worueber|wobei|an|uber|ueber|mit was? haben|hatten|arbeiten|waren|habe|sassen|
  arbeiteten|war|hab|sind|hab|sprachen|hast|redeten @we|@past|@sep @we|@past|@sep? @past|@sep? @past|@sep?
  gearbeitet|gerade|beschaftigt|beschaeftigt|gesessen|geredet|gesprochen|dran|gewerkelt|geeinigt|diskutiert|
  gebastelt?
Q = was|wat|wass|worauf|wofur haben|hatten|hab|habe|hast|machten|taten|wurde|wollten|ist|war|machen|wollte @we|
  @past|@sep|alles|denn @we|@past|@sep|alles? @past|@sep|alles? @past|@sep? gemacht|getan|besprochen|
  entschieden|beschlossen|geschafft|erledigt|erreicht|vereinbart|festgelegt|gelernt|vor|vorgehabt|fertig|
  passiert|machen|tun|geplant|abgemacht|ausgemacht|herausgefunden|festgehalten|geeinigt|rausgefunden|bearbeitet|
  diskutiert|zuletzt|tun? / was war|ist|waren|sind|ware|waere|kommt|wird|steht @sep? unser|unsere|der|die|das|
  mein|meine @adj @work|ding|entscheidung|thema|schritt? @past|@sep? / was war|ist @sep? das letzte|zuletzt was|
  das? @we? @past|@sep? gemacht? haben|hatten?
Q = was|wie kommt|steht|ist|machen|war|folgt|tun|mach|gibts|gibt|kam|stand|passiert|soll|sollen|sollten|muss|
  mussen|muessen|nehmen|waere|ware|haben|geht|gehts|liegt|wollen|konnen|koennen|bleibt|fehlt|passiert @we|es|
  @sep|als|nun|jetzt|danach|uns? @we|@sep? als|zu|vor|dran|nun|jetzt|danach|offen|weiter|noch nachstes|
  naechstes|nachster|naechste|nachste|tun|an|offen|uns|weiter|ubrig|uebrig|dran|machen|zu|heute|schritt|noch|
  erledigen? tun|an|dran|erledigen|vor|machen|heute|jetzt|offen|zu|gemacht|werden|liegen|angehen|bitte? werden|
  an|vor|machen? / was ist|war|sind|fehlt|bleibt|steht|muss|mussen|muessen|haben|gibt|gibts|liegt|hatten @we|es|
  alles? noch|jetzt @sep|alles|zu|offen|ubrig|uebrig|ausstehend|aus? tun|machen|offen|erledigen|gemacht|an|
  ubrig|uebrig|zu|aus|vor|erledigt? tun|werden|machen|erledigen? / was|wie nun|jetzt|weiter / wie gehts|geht|
  machen|gings|fahren|sollen|wollen @we|es|s|jetzt|nun? @sep? jetzt|nun|weiter weiter|fort|vor|machen|
  weitermachen? / wie|so|was ist|sieht|lautet|steht|war der|es|die|unser @sep? @adj? stand|status|zwischenstand|
  lage|fortschritt|plan|aus|sachlage der? dinge|aktuell|arbeit|damit|jetzt|hier|bisher|projekts|momentan|gerade?
  / welche|welcher|welches|wie|was @adj? schritt|schritte|aufgabe|aufgaben|punkte|entscheidungen|todos|viel|
  viele ist|kommt|sind|steht|stehen|haben|bleiben|fehlen|fehlt|ist|hatten @we? @sep? @past? als|noch|offen|
  jetzt|getroffen|dran|an|nun|zu|aus|ubrig|uebrig? nachstes|naechstes|offen|an|tun|getroffen|dran|zu|ubrig|
  uebrig|aus? / gibt|gibts|ist|haben|hatten|fehlt es|@we? noch was|etwas|offene|irgendwas zu|offen|offenes|
  @work|punkte? tun|erledigen|machen|offen? / was ist @sep? @past? passiert|gelaufen|geschehen
gist = stand|zwischenstand|status|zusammenfassung|uberblick|ueberblick|recap|fortschritt|lage|zusammenfassen|
  kurzfassung|ubersicht|uebersicht|update|statusbericht|statusupdate|erinnerung|rekapitulation
W = @gist der|uber|ueber|von|zum|bisher|bitte|zu|des|unserer|und? @obj|dinge|sitzung|allem|dem|bisher|bitte|
  projekts|stand|arbeit? @lo|@past? / der|den|aktueller|aktuellen|eine|einen|ein|kurze|kurzen|kurzer|kurzes|
  kleine|letzter @adj? @gist der|uber|ueber|von|zum|bisher|bitte|zu? @obj|dinge|allem|@lo|@past? / gib|zeig|
  nenn|sag|gebe|brauch|brauche|kannst|konntest|koenntest|hatte|haette|schick|ich|mach|wie mir|ich|uns|du|gern|
  gerne|ist|mal? bitte|mir|uns|mal|nochmal|kurz|noch? ein|eine|einen|den|die|das? kurz|kurze|kurzen|kurzes|
  aktuellen|schnelle|schnellen|kleine|kurzer|knappe? @gist uber|ueber|von|zum|bisher|bitte|zu|der|unserer|geben|
  des|mit? @obj|allem|dinge|projekts|arbeit|sitzung? @lo|@past? geben?
W = erinner|erinnere|sag|zeig|fass|fasse|bring|bringe|erzahl|erzaehl|hilf|weisst|weiss|erklar|wiederhol|
  wiederhole|rekapituliere|rekapitulier|kannst|konntest|koenntest|frische|frisch|hol|nenn|nenne|kurz du|mich|
  mir|uns|bitte|doch|mal|nochmal|noch|kurz|das|es|alles|ich|meine|mein|den? du|bitte|mal|nochmal|kurz|daran|das|
  gedachtnis|gedaechtnis|einmal|dich|schnell|auf|erinnerung|nicht|alles|mich|mir|noch? mal|auf|zusammen|daran|
  kurz|nochmal|wieder|den|sagen|ab|was|erinnern|noch|an|das|bisherige? zusammen|stand|auf|neuesten|den|ab|
  neusten|aktuellen|ins|laufende|sagen|bisherige|erinnern? stand|bild|zusammen|laufende? @lo|@past?
  zusammenfassen|zusammen|zusammenfasst|erinnern|sagen|bringen?
W = nachster|naechster|nachste|naechste|nachstes|naechstes|nachsten @work|punkt|aufgabe|bitte|todo|was? bitte? /
  und|so|also|ja|na|ok jetzt|nun|weiter|dann|als|also|was nachstes|naechstes|weiter|jetzt|nun? / als nachstes|
  naechstes / was|hab|habe ich? hab|habe|war|ist|ich? ich|los|alles? verpasst / status|stand / gehts|geht es?
  weiter|los
F = bitte|danke|gut|super|prima|klasse|alles|tag|abend|moin|servus|gruss|gruezi|hallo|hi|na|so|also|ja|jo|jep|
  jawohl|nun|dann|jetzt|mal|noch|nochmal|doch|und|aber|einfach|gerne|gern|wir|ich|du|uns|mir|mich|es|das|kurz|
  schnell|wieder|lass|lasst|kannst|konntest|koenntest|konnen|koennen|okay|klar|danke|schon|schoen|dir|dank|
  vielen|sorry|entschuldigung|entschuldige|leider|moment|fein|ist|erst|heute|gleich|direkt|ruhig|bloss|zusammen|
  claude|da|gestern|eben|endlich|eigentlich|nachmittag|erstmal|hey|hier|wurde|passt|sehr|perfekt|mein|lieber|
  freund|kollege|bereit|frage|vergessen|hab|habe|los|komm|auf|mit|nur|weiss|weisst|mochte|moechte|will|wollen|
  sollen|sag|mach
G = morgen|moin
F = guten|gute|schonen|schoenen morgen|tag|abend|nacht / @past / weiss|erinnere|kann|hab|habe nicht|mich|
  vergessen|ich mehr|nicht|genau|erinnern|vergessen? mehr|erinnern|genau? / wenn du|es magst|bereit|bist|recht|
  passt|geht|kannst|soweit bist|ist? / kein problem / ich|wir|es|die|das|der|mein|meine|hatte|hatten|war|waren|
  sorry|kurz|wurde|wurden|musste|gab|unser|unsere verbindung|internet|rechner|wlan|sitzung|session|strom|laptop|
  vpn|terminal|ich|wir|kurz|nur|uns|unterbrochen|computer|pc|mittagessen|war|chat|netz|die|das|der|weg|eine?
  wurde|ist|war|hat|hatte|sind|kurz|weg|unterbrochen|mal|schnell|wurden|gerade|eben|pause|verbindung? kurz|mal|
  leider|gerade|eben? abgesturzt|abgestuerzt|weg|unterbrochen|abgebrochen|getrennt|ausgefallen|leer|abgerissen|
  weggebrochen|zusammengebrochen|tot|neu|rausgeflogen|neugestartet|fort|essen|mittagessen|beim|unterbrechen|
  stromausfall|verbindungsabbruch|verloren gestartet|weg|mittagessen|essen? / verbindungsabbruch|stromausfall|
  unterbrechung|verbindung|netz|internet weg|verloren|unterbrochen|abgebrochen|war|ist? weg|verloren|
  unterbrochen|abgebrochen?
V = zuruck|zurueck an|zu die|unsere|der arbeit / zuruck|zurueck zum|zur @work
F = wie geplant|besprochen|vorher|gehabt|abgemacht
V = nicht|bitte? nicht aufhoren|aufhoeren|stoppen|anhalten
Q = woran|womit haben|hatten|habe|hatte|hast wir|ich|du gestern|vorhin|zuletzt|letzte|heute|freitag|montag|eben|
  da|am|letzten? woche|mal|freitag|montag|abend? gearbeitet|gesessen|gebastelt
V = die|unsere|diese|letzte? letzte|unterbrochene? sitzung|session|arbeit|gesprach|gespraech|unterhaltung|aufgabe|
  konversation|diskussion|projekt fortsetzen|fortfuhren|fortfuehren|wiederaufnehmen|weiterfuhren|weiterfuehren /
  die|unsere? sitzung|session|arbeit|gesprach|gespraech|unterhaltung|aufgabe|diskussion? wieder aufnehmen
W = wir|ich|du wurden|wurde|wurdest|sind|waren|bin|bist gerade|eben|vorhin|leider? unterbrochen|getrennt|
  abgeschnitten|rausgeflogen worden?
V = mach|mache|machen|macht|fahr|fahre|fahren|fahrt|setz|setze|setzen|geh|gehen|arbeite|arbeiten sie|wir|du? bitte|
  doch|einfach|nun|jetzt|gleich|gern|mal bitte|doch|einfach|nun|jetzt|mal? weiter|fort
V = knupfen|knuepfen|knupfe|knuepfe|schliessen wir? bitte|doch? da|dort|hier an @lo / knupfen|knuepfen wir da|dort|
  hier an
EVENT = abgeschnitten getrennt rausgeflogen unterbrechen
  absturz abgesturzt abgestuerzt neustart neugestartet mittagspause mittag mittagessen pause kaffee
  meeting besprechung wochenende urlaub feierabend unterbrechung
  unterbrochen verbindung verbindungsabbruch stromausfall strom internet wlan vpn rechner laptop versehentlich
  ausversehen abgebrochen kompaktiert komprimiert compact kompaktierung telefon essen termin
TALK = woruber blocker hindernisse wissen weisst pause punkt stelle schritt ende schluss hangen hangt festgelegt
WE = wir uns ich mir mich unser unsere unserer unserem du
HEART = stand stehen standen weiter nachstes nachster nachste letzte zuletzt fortschritt plan status gemacht
  geschafft entschieden beschlossen offen fehlt
  geblieben dran zusammenfassung fortsetzen weitermachen aufgehort gearbeitet erledigt besprochen schritt stelle
NOT = viel viele nicht nie kein keine ohne warum wenn statt morgen spater spaeter soll erst
STOP = google apple facebook anmelden text nicht nie kein keine keinen statt anstatt wenn falls bis solange
  nachdem bevor sobald weil obwohl soll sollte muss darf wird werden ist sind war button knopf schaltflache link
  links taste schleife fehler fehlern ausnahme zeile seite zeitlimit timeout klick morgen spater spaeter montag
  dienstag mittwoch donnerstag freitag nachste naechste nachsten naechsten datei eintrag element wert abbruch
  benutzer nutzer user wir weiter
"""
