"""How people pick up the work again in Dutch: rules for intent_grammar."""

PHRASES = """
past = gisteren|eerder|net|zonet|daarnet|vandaag|laatst|straks|voorheen|onlangs|vanochtend|vanmorgen|
  gisteravond|zojuist / de|het|vorige|afgelopen|laatste|vorige|deze vorige|laatste|afgelopen? keer|week|sessie|
  nacht|maandag|vrijdag|dinsdag|woensdag|donderdag|zondag|zaterdag / tot nu|dusver|zover|hier|hiertoe toe? / tot
  nog toe / voor|na|van|sinds @det? lunch|pauze|meeting|vergadering|onderbreking|crash|weekend|gisteren|net|
  daarnet|vorige|eerder keer? / op|van dit|gisteren moment? / net|daarnet nog / een tijdje geleden
sep = nu|weer|hier|daar|eigenlijk|precies|ook|alweer|nog|al|er|dan|eens|samen|toen|gewoon|allemaal|alles|
  momenteel|ook|mee|maar|exact|beiden
det = de|het|een|ons|onze|mijn|dit|dat|deze|die|n|t|je|jouw
adj = laatste|vorige|huidige|volgende|zelfde|eerdere|openstaande|resterende|korte|kort|snelle|lopende|
  onderbroken|kleine|actuele
work = werk|sessie|taak|taken|gesprek|project|plan|stap|stappen|punt|plek|draad|lijst|rest|discussie|moment|
  conversatie|chat|ding|dingen|zaken|klus|lijstje|implementatie|agenda
obj = @det? @adj? @work van|uit? @past? / dit|dat|het|t|alles|hier|daar|er|hetzelfde
we = we|wij|ik|je|jij|u|jullie|ie
part = gebleven|bleven|gestopt|opgehouden|gedaan|doen|bezig|besloten|gewerkt|werken|besproken|afgesproken|
  geeindigd|gekomen|bereikt|gebeurd|afgerond|gemaakt|geweest|mee|aan|klaar|werkten|deden|stopten|afgemaakt|af|
  opgeleverd|gebeuren|praten|gepraat|gehad|beeindigd|bepaald|over|geleerd|onderbroken|vastgelegd|aan|beland
did = waren|was|zijn|ben|bent|bleven|stopten|stop|hebben|hadden|heb|had|staan|stonden|sta|deden|deed|werkten|
  stopte|hielden|eindigden|zaten|zat|lieten|liet|kwamen|besloten|zouden|hebt|gingen|is|gebleven|moesten|wilden|
  bespraken
lo = waar|wat|waarmee|waaraan|waarover|waar @we @sep|@past|het? @sep|@past? @sep? @part? @part|het? @did? op|
  mee|aan|over|gebleven|doen|af|te|achter? @did|doen|aan|mee? @past? / op|bij|vanaf het|de punt|plek|moment|
  stap? waar @we? @sep|@past|het? @sep|@past? @part? @did? @part? @part? / waar|wat het|dat is|was @part? / wat
  er? @sep? @past? @part? is|was|gebeurd @part?
base = verder|door|doorgaan|verdergaan|hervatten|hervat|doorwerken|verderwerken|vervolgen|voortzetten|vervolg|
  doorgaat|hervatting|doorgaand / ga|gaan|werk|werken|doe|gaat|vooruit|kom|loop @we|jij|u? @sep|maar|mee|dan?
  @sep|maar|dan|weer? verder|door|voort / pak|pakken|neem|nemen|pik|pikken|raap @we? @obj|draad|het? @sep|@past?
  @obj|draad|weer? op|opnieuw? @lo|waar? / aan de slag|gang / terug naar|aan @obj|werk|het / oppakken|oppikken|
  op? pakken|pikken? / zet|zetten|vervolg|vervolgen @we? @obj? voort? / volgende @work / weer? aan het werk /
  maak @obj af
V = @base @sep? waar|met|van|vanaf|bij|aan|op|naar? @obj|@past|@lo|@sep? @lo|@past|@sep? @past? / @obj|@lo|
  @past|@det @sep|@work? verder|hervatten|oppakken|voortzetten|doorgaan gaan|werken? / waar|vanaf|met? @lo|@obj
  @sep? @base / met|aan|van|vanaf @obj @sep? @base @lo? / er? weer? mee? @base gaan|werken|te|maar? gaan|werken?
V = ga|gaan|laten|werk|werken|kunnen|zullen|laat|verder|doorgaan|hervat|door|verdergaan|kan|wil @we|ons|je|ik|
  maar|gewoon? @sep|je|maar|verder|door|weer? @sep|verder|door? met|aan ... verder|door|doorgaan|verdergaan|
  hervatten|oppakken|werken? gaan|werken? / verder|door|doorgaan|verdergaan gaan|werken? met|aan ... / hervat|
  hervatten het|de|ons|onze werk|taak|sessie|gesprek aan|met|over|van ...
V = ik|we|wij|ben|zo|nu|hier|daar|zijn|en ben|zijn|ik|weer|nu|terug|we|ik|net ik|er|nu|hier|net|weer|we|terug|
  even? ik|weer|er|nu|terug|even|we? terug|weer|er|hier|thuis|online|hier nu|van|uit|achter|in|weer|na? @det?
  lunch|pauze|vergadering|meeting|bureau|vakantie|computer|laptop|koffie|werk|weekend? / weer terug|hier|van|er|
  online @det? lunch|pauze|vergadering|meeting|vakantie? / ben weer|er|terug weer|terug|er|hier?
W = terug
Q = @lo / waar|waarmee|waaraan|waarop|waarover|waaraan|w @did @we|@past|@sep|het|alles|de @sep|@past|aan|het|we?
  @sep|@past|het|over|werk|mee? @part|te|aan|mee|over|op? @part|doen|praten|werken? @past? @past? / op|bij|in
  welk|welke punt|stap|plek|moment|fase|taak @did @we @sep|@past? @past|@sep? @part? / hoe ver|veel|staat|gaat|
  loopt|gaan|nu|ging|vordert|staan|ziet zijn|waren|staan|hebben|het|we|is|moet|moeten|alles|ermee|verder|ons|de|
  kwamen|er|zaken? @we|ermee|er|voor|@past|@sep|gekomen|mee|verder|tot|zaken|werk|nog|alles|project|het|uit?
  @part|verder|doen|gekomen|gedaan|voor|nu|hier|nog|te|werk|werk|erbij|ermee? @past|doen|te|nu? doen|gaan|
  dusver|toe?
Q = wat|welke|welk|wie was|is|zijn|waren|hebben|hadden|heb|moet|moeten|deden|besloten|gaan|doen|staat|komt|
  gebeurt|blijft|kunnen|zullen|resteert|rest|volgt|ben|staan|zou|ontbreekt|ga|had|bespraken|hebt|hoort @we|ons|
  er|de|het|nu|nog|mijn|onze|als|ik|dan @past|@sep|ik|nog|adj|@adj|het|als|de|er|we|je? @sep|@past|laatste|op|
  volgende|allemaal|te? @adj? @past|@sep|laatst? @part|te|over|volgende|open|@work|laatste|gebeuren|staan|doen|
  op|over|aan|gedaan|we|ding? @part|doen|gedaan|nu|te|gebeuren|planning|programma|agenda|stap|we|afmaken|voor|
  wat|deden|dat|@past? @part|doen|deden|hebben|@past|staan|te|nu|worden|we? @past|doen|gedaan|deden|@part|
  hebben? hebben? / wat|welke taken|stappen|dingen|beslissingen|besluiten|werk|stap|zaken|punten zijn|staan|
  hebben|moeten|komt|is|blijven|resteren|namen @we|er|nog|nu|de? @sep|nog? @past? @part|over|open|te|genomen|
  doen|volgende? doen|over|staan? / wat|en|dus|ok|goed nu|dan|verder|hierna|daarna|volgt nu|verder? / wat|
  waarmee doen|gaan|ga|moeten|kan|doe|moet we|ik nu|hierna|vervolgens|verder|daarna|als|dan|mee volgende|eerst|
  doen|verder|nu|aan? / is|zijn|staat|hebben|valt er|alles|we|nog nog|iets|al|wat|dingen? nog|iets|klaar|wat|
  over|meer|te|dingen? te|open|over|doen|klaar? doen|over|af|staan? / weet|herinner je nog? @lo / wat|waar
  blijft|rest|resteert er|ons|nog? nog|te|over? te|over? doen? / hoe gaan|moeten|kunnen we verder|door / wat|
  waar is|staan|zijn de|onze|het|we @adj? status|stand|voortgang|stap van|nu? @obj|zaken? / waar gaan|beginnen|
  gaan|hervatten|pakken|ga we|ik @sep? verder|weer|het|door|mee? op|verder?
gist = samenvatting|status|overzicht|recap|stand|voortgang|update|terugblik|statusupdate|herhaling|opsomming|
  statusrapport|resume|geheugensteuntje
W = geef|kan|mag|ik|wil|maak|doe|graag|kun|even|een|wat|laat|kunt|zou me|mij|ik|je|we|ons|een|wil|is|graag|
  hebben|mij|de|u|krijgen? me|een|de|graag|mij|even|hebben|onze|het|zien|wat? een|korte|kort|snel|de? korte|
  snelle|kort|huidige? @gist van|geven|over|tot|krijgen|maken|tonen? @obj|zaken|waar|nu|wat|@lo|@past|project?
  toe|@lo|@past|geven? @past|geven? / @gist van|over|tot|graag? @obj|zaken|@lo|nu? toe|@lo|@past? / waar|hoe
  staan we|het / stand van zaken|@obj
W = herinner|vat|vertel|zeg|help|praat|breng|update|fris|kun|kan|vertel|leg|wil|kunt|laat je|me|mij|ons|samen|
  even|u? je|me|mij|het|ons|even|mijn|nog|eens|kort|op|alles|uit|samen|er|herinneren|weten? aan|nog|eens|kort|
  even|bij|op|samen|herinneren|er|geheugen|vertellen|weer|mij? samen|de|aan|herinneren|vertellen|hoogte|op|bij|
  snel? hoogte|op|herinneren|aan|eens|over|nog? @lo|@obj|@past|wat|waar? @past|samenvatten|samen|vertellen?
  samen? / vat @lo|@obj|@past|alles|kort|even|dit samen|kort|even? samen? @lo? / praat me|mij even? bij / wat
  heb ik gemist
Q = wat was|waren|zijn|ben ik|we|je aan het|t doen @past?
G = goedemorgen
F = goeden|goede morgen
W = volgende @work|graag? / en|dus|ok|oke|zo nu|dan|verder|volgende / status|stand / en nu|dan? verder|nu / wat
  nu|dan|volgt? / door maar? / nu verder
F = alsjeblieft|alstublieft|aub|graag|bedankt|dank|hallo|hoi|hey|hi|goedemorgen|goedemiddag|goedenavond|
  goeiemorgen|goed|goede|middag|avond|dag|oke|ok|nou|dus|en|maar|ja|prima|perfect|mooi|laten|kunnen|zullen|kan|
  kun|we|ik|je|jij|wil|wou|nu|weer|hier|sorry|claude|dan|gewoon|even|eens|ons|me|mij|zo|eerst|samen|er|klaar|
  super|zou|willen|zeg|laat|fijn|ga|gaan|top|helaas|ook|kom|op|vandaag|lekker|aan|je|u|al|het|nog|direct|meteen|
  moeten|graag|daar|met|zijn|tijd|om|te|om|rustig|vriend|weet|snel|terug|zullen|wel|kunt
F = @past / ik|ben|weet|sorry weet|ben|herinner|was|kan|het|me|t niet|vergeten|kwijt|me|niet|herinneren meer|
  zeker|meer|precies|niet? meer|precies|herinneren? / weet|ben niet meer|precies|vergeten / als je|u wilt|kan|
  klaar|kunt bent|wil? / geen probleem / hoe gaat|is het / de|mijn|het|we|ik|verbinding|internet|sessie|was|
  onze|sorry verbinding|laptop|internet|sessie|computer|stroom|werden|was|moest|vpn|pc|terminal|had|even|wifi|
  chat|netwerk viel|is|was|crashte|ging|werden|werd|even|weg|onderbroken|verbroken|even|gecrasht|liep|een|
  vastgelopen|had|lunchen|naar|net? uit|weg|verbroken|onderbroken|even|gecrasht|weggevallen|lunchen|pauze|
  vergadering|vast|kwijt|was|afgebroken|bellen|leeg? geweest? / verbinding|internet|stroom|sessie weg|verbroken|
  kwijt|kapot|uitgevallen|weggevallen / werden|we onderbroken|werden onderbroken? / sorry voor de onderbreking|
  vertraging
G = morgen|goeie
V = gaa verder|door
F = we|ik|ben|zijn|waren|werd|was|sessie onderbroken|afgeleid|weggevallen|gestopt
F = zoals gepland|afgesproken|eerder|besproken|altijd
Q = hoe|waar staan|staat|stonden|zitten we|het|alles|dingen er|ervoor|nu|mee|daarmee? voor|nu|voor|mee?
V = niet stoppen|ophouden
W = we|ik|je|wij werden|werd|zijn|ben|waren|was onderbroken|afgebroken|afgekapt|verbroken|losgekoppeld
Q = wat komt|volgt er? nu|dan? hierna|daarna|nu|nog|straks
Q = wat staat er? nu|vandaag|verder? nu|nog|vandaag? op het|de|ons? programma|agenda|planning|lijst nu|vandaag?
F = gelieve
V = gelieve|om|te|graag? verder|door te gaan|werken
Q = wat|wie is|komt er? nu|dan|hierna|verder? aan de beurt nu?
EVENT = afgekapt afgebroken losgekoppeld
  crash gecrasht crashte herstart herstarten lunch lunchen koffie pauze vergadering meeting weekend
  vakantie onderbreking onderbroken verbinding internet wifi vpn stroom
  laptop computer pc ongeluk vergissing per compactie compact geannuleerd batterij accu telefoon vastgelopen
  uitgevallen verbroken weggevallen
WE = we wij ik ons mij
HEART = gebleven gestopt volgende stap status stand plan samenvatting besloten gedaan verder doorgaan resteert
  open bezig
NOT = hoeveel niet nooit geen zonder waarom als morgen later
STOP = vanaf tekst niet nooit geen zonder als wanneer tot totdat na voor terwijl knop knoppen link lus fout
  fouten uitzondering regel pagina bestand volgende morgen later maandag dinsdag woensdag donderdag vrijdag moet
  moeten kan is zijn klik element waarde google andere dezelfde iteratie gebruiker die
"""
