"""How people pick up the work again in Swedish: rules for intent_grammar."""

PHRASES = """
past = igar|nyss|tidigare|sist|forut|innan|idag|senast|nyligen|hittills|imorse / i gar|morse|dag|forrgar|
  fredags|mandags|tisdags|onsdags|torsdags|lordags|sondags / forra|senaste|sista gangen|veckan|sessionen|natten|
  passet / igar|i kvall|eftermiddag|gar|kvall|eftermiddags kvall? / fram|hit till|tills hit|nu / tills|till nu /
  sa langt / efter|fore|innan @det? lunchen|lunch|pausen|rasten|motet|avbrottet|kraschen|helgen / for en|ett
  stund|tag sedan / just nu / an sa lange / for tillfallet
sep = nu|igen|da|har|dar|egentligen|precis|nagonstans|just|ju|fortfarande|alltsa|sen|annu|allt|redan|
  tillsammans|sist|ens|val
det = det|den|de|vart|var|min|mitt|denna|detta|en|ett|vara|sin|din
adj = senaste|forra|samma|nasta|aktuella|nuvarande|kvarvarande|sista|kort|korta|snabb|resterande|pagaende
work = arbetet|arbete|jobbet|sessionen|session|uppgiften|uppgift|uppgifter|konversationen|samtalet|projektet|
  saken|planen|steg|steget|punkt|punkten|listan|stallet|traden|resten|diskussionen|passet|agendan|grej|sak|
  chatten|delen|moment
obj = @det? @adj? @work @past? / det|detta|allt|dar|har|den
we = vi|jag|du|man
part = gjort|gora|bestamt|slutat|stannat|kommit|jobbat|jobba|pratat|hunnit|avslutat|kvar|gatt|diskuterat|
  diskuterade|arbetat|pa|beslutat|klarat|varit|med|fast|sysslat|lamnat|halla|hallit|fatt|overens|borjat|
  astadkommit|avbrutits|blivit
did = gjorde|slutade|stannade|var|ar|hade|har|holl|haller|arbetade|jobbade|kom|bestamde|lamnade|pratade|star|
  stod|avslutade|sysslade|avbrot|sa|skulle|avbrots|befann|befinner|ligger|diskuterade|beslutade|sist
lo = dar|var|vad|dit|vart|dari @we|@sep|det|som? @we? @past|@sep? @did @we|@sep|@past|det|av? @we|@sep|@past|pa?
  @part|nagonstans|av|upp|med|pa|oss? med|av|i|pa|till|om? @past|@sep|det? @past? / pa|med|fran|i det? vilken|
  vilket|punkten|stallet dar? @we|steg|punkt? @did? @we? / dar|vad @we @part @did? @past? / det som @we? @did
  @past|@we|@part? @part|@past|kvar?
base = fortsatt|fortsatta|fortsatter|aterupptag|ateruppta|aterupptar|fortsattning / kor|kora|kors|ga|gar|jobba|
  jobbar|ta|tar|vi|arbeta|spring|rulla|kom @we|det|oss|nu|da|bara|med? @we|det|nu|bara|pa|igen|da? vidare|pa|
  igang|framat|ater|upp / vidare / tillbaka till @work|det / ta|plocka|tar|vi|plockar|tog @we? @obj|traden|det?
  vid|upp @obj|traden|det? @lo|igen|dar|traden? / komma|kom|satt|satta|dra|borja|satt|drar @we? igang|vidare|
  framat|igen / nasta @work / hugg i / pa med det
V = @base @sep? @we? @sep? med|fran|pa|at|i? @obj|@past|@lo|@sep? @lo|@past|@sep? @past? / fortsatter|fortsatt|
  kor|jobbar|gar @we @sep? vidare|pa? @past|@sep? @lo? / @base arbeta|jobba|arbetet|koda|programmera|prata @sep?
  med|pa|fran? @obj|@lo? @lo?
V = @base @we? @sep? med|pa|arbetet|jobbet|uppgiften|diskussionen med|pa|om? ... / jobba|jobbar|jobbet|arbeta
  vidare|vidare med|pa ... / tillbaka till ...
V = jag|vi|nu|nu|sa|da|ar|har|aer|kommit? jag|ar|ar|har|er|kommit|vi? jag|nu|precis|ar|kommit? tillbaka|ater
  igen|nu|fran|har|vid|efter? datorn|lunchen|lunch|motet|mote|pausen|rasten|tangentbordet|semestern|fikat|
  kontoret? nu|igen? / tillbaka igen|nu|fran @det? lunchen|lunch|motet|mote|pausen|semestern? / har|nu|da ar
  jag|vi igen|har|tillbaka / jag ar har|pa igen|plats
Q = var|vart|varr|vars ar|var|slutade|stannade|star|stod|befinner|holl|blev|befann|ligger|lamnade|avbrot|vi @we|
  @past|@sep|det|allt|saker? @we|@past|@sep|oss|det|allt|av|ifran? @past|@sep|nagonstans|med|i|av|oss|arbetet|
  projektet? @past|@sep? @past? / @lo / hur langt|mycket|manga kom|har|hann|ar|hade|steg|ar @we|det|kvar|klart?
  @sep? @part|kvar? @past|@sep|klart? / vad|vilka|vilket|vem gjorde|holl|haller|har|hade|jobbade|bestamde|
  arbetade|pratade|sysslade|var|skulle|kom|ska|diskuterade|hann|gjordes|beslutade|hall|jobbar|tankte|sa|behover|
  maste|borde|beslut @we|det|@sep @we|@past|@sep|det|precis|fram? @part|pa|med|gora|om|fram|till|overens|oss|
  gora|for|senaste|sista|nasta? @past|@sep|med|pa|till|om|for|vi|steg|saken|gora? @past|@sep|vi|gjorde? @past|
  @sep|gjorde? / vad|vilka|vilket|vilken|hur ar|var|blir|ligger|finns|hander|aterstar|saknas|kommer|gor|gar|ser|
  star|fattas|steg|aterstod|blev|beslut|uppgifter|har @we|det|@sep|nasta|kvar|ar|lage|laget|statusen|pa|planen|
  mer|aterstar|fatta? @sep|@we|@adj|vidare|ut|att|nasta|har|pa|det|kvar|laget|lage? steg|grej|gora|kvar|harnast|
  nu|laget|sak|uppgift|pa|sen|att|tur|tur|harnast|listan|agendan|statusen|nast|vidare|ut|punkt|laget? att|gora|
  nu|@sep|pa|gora|laget|vi? gora|@past|tur|gjort|laget? / vad|och|nu|sa nu|da|sen|vad|hander / finns|ar|har det|
  vi nagot|mer|allt|nagra kvar|mer|uppgifter|klart att|kvar? gora? / hur|vart|nar gar|ska|gick|ligger|ser|
  fortsatter vi|det|till|laget @sep|ut|till? vidare|harifran|ut|gora? nu? / vad ska|bor|kan vi|jag gora|ta|
  jobba|borja harnast|nu|sen|nast|med|tag|pa? i|nu|harnast? med? / kommer du|ihag|jag ihag? @lo
gist = sammanfattning|status|statusuppdatering|lagesrapport|overblick|recap|genomgang|uppdatering|laget|lage|
  oversikt|statusrapport|paminnelse|repetition|sammandrag
W = ge|kan|jag|vill|far|gor|skulle|vi|visa|en|behover|kor|ta|vad|skicka|fa? mig|du|jag|vi|oss|ha|en|behover|
  vill|ar|ge|fa? ge|ha|en|ett|mig|fa|gora? en|kort|snabb|ett? kort|snabb|liten|aktuell? @gist av|pa|over|for|om|
  tack|hittills? @obj|laget|@lo|allt|hittills|arbetet|vad|var|vart? @lo|@past? / sammanfatta|paminn|beratta|
  uppdatera|repetera|aterge|fraska|visa|summera|paminna|sammanfattar|hjalp|sag|beratta|uppfriska|forklara mig|
  oss|kort|upp|for|minnet|laget|snabbt|mitt|garna|vad|du? mig|kort|om|laget|minnet|pa|minne|snabbt|minnas? @lo|
  @obj|@past|hittills|om|laget|var|allt? @lo|@past? @past?
W = nasta @work|tack? / och|sa|ok|okej|da sen|nu|nasta|da|vidare / status|laget|lage / vad har|missade|har jag
  missat? / hur gar|ligger det|vi till|med? det|arbetet|allt?
F = tack|snalla|hej|hejsan|tjena|halla|hallo|tja|god|morgon|godmorgon|kvall|godkvall|dag|bra|ok|okej|da|och|men|
  ja|japp|jo|visst|perfekt|toppen|lat|oss|ska|kan|skulle|vi|jag|du|vill|nu|igen|har|ursakta|forlat|claude|
  alltsa|garna|bara|lite|mig|att|sa|det|hallo|jattebra|fint|klart|redo|vanligen|latom|valkommen|va|forst|
  tillsammans|direkt|med|kom|an|far|borde|den|snabbt|kompis|sorry|vidare|nej
F = @past / tack sa|for mycket|hjalpen / jag minns|kommer|vet|har inte|ihag|glomt|glomde langre|ihag|riktigt|
  exakt? / jag|har glomt|glomde bort? / om|nar du vill|kan|ar redo? / inga problem / hur mar|ar du|laget / vi|
  jag|det|min|natverket|sessionen|datorn|vart|mitt|internet|stromavbrott|uppkopplingen|anslutningen|tappade|
  forlorade|samtalet|forlat blev|dog|kraschade|brots|brot|var|tappade|hade|natverket|avbrots|avbruten|forsvann|
  avbrott|bara|startade|anslutningen|forbindelsen|uppkopplingen avbrutna|avbruten|ihop|borta|pa|om|lunch|mote|
  anslutningen|nere|internet|uppkopplingen|avbrutet|strommen? / ursakta|forlat|sorry for? avbrottet|drojsmalet|
  vantan
F = ar? redo|klar|beredd att|nu?
V = vi|jag tar|tog|plockar vid|upp dar|traden @we? @did? @sep?
F = som planerat|bestamt|vanligt|tidigare
Q = vad ska|bor|kan|gor @we @sep? gora|ta|arbeta|jobba? med|pa? harnast|nast|nu|sen / hur ligger|gar|star @we|
  det till|an? / var ar @we @sep? nagonstans?
V = sluta|stanna inte
W = vi|jag|du blev|har|var blivit? avbrutna|avbruten|avbrutet|bortkopplad|bortkopplade|frankopplade / vi|jag|du
  avbrots
Q = vad harnast|nast
F = ar du snall / snalla du
adj = gardagens|dagens|fredagens
F = kunna / dags att / det ar dags att
F = na|nja
EVENT = brots
  avbrots bortkopplad bortkopplade frankopplade samtalet
  krasch kraschade kraschat omstart startade startat lunch lunchen fika rast paus pausen mote motet helg
  helgen semester avbrott avbrottet avbruten avbrot avbrutna uppkopplingen
  anslutningen internet natet wifi vpn strom strommen datorn laptopen misstag rakade kompaktering compact
  batteriet telefonen dog
WE = vi jag oss mig
HEART = kvar nasta steg slutade stannade laget status plan sammanfattning bestamde bestamt gjort gjorde
  fortsatta vidare aterstar
NOT = mycket manga inte aldrig utan varfor om nar imorgon sen
STOP = texten numreringen inte aldrig utan om nar tills till efter innan medan knapp knappen lank lanken loop
  loopen fel felet undantag rad sida fil nasta imorgon senare sen mandag tisdag onsdag torsdag fredag ska bor
  kan ar klick element varde i google annat anvandaren som vid
"""
