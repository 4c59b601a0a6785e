"""How people pick up the work again in French: rules for intent_grammar."""

PHRASES = """
past = hier|avant|precedemment|tout|tantot|auparavant|recemment|dernierement|aujourd|tantot / tout a l heure /
  hier|ce soir|matin|apres|midi / la|cette derniere|semaine|nuit|fois|seance|session fois|passee|precedente|
  derniere|session? / jusqu|jusque|depuis a|ici|la|present|hier|maintenant|maintenant|lors? present|maintenant|
  ici? / avant|apres|depuis la|le|l|une|ma pause|coupure|reunion|crash|interruption|dejeuner|plantage|compaction
  / l autre jour / aujourd hui / aujourdhui / pour l instant|le|moment moment? / ce matin|midi|soir / lundi|
  mardi|mercredi|jeudi|vendredi|samedi|dimanche dernier / la derniere fois / en ce moment / a ce jour|stade
sep = deja|encore|exactement|maintenant|la|ici|deja|donc|alors|tous|ensemble|tout|juste|actuellement|bien|au|
  deux|tranquillement|aussi|rapidement|vite|y|en
det = le|la|les|l|notre|nos|mon|ma|mes|ce|cet|cette|un|une|ton|ta|tes|des|votre|vos|leur|du|d|au|de
adj = derniere|dernier|precedente|precedent|actuelle|actuel|meme|suivante|prochaine|prochain|restantes|restant|
  petite|petit|rapide|bref|court|courte|restante|suivant|en|cours|interrompue|interrompu|bon
work = travail|session|tache|taches|conversation|discussion|projet|seance|echange|chose|choses|boulot|plan|
  programme|etape|etapes|point|points|sujet|endroit|fil|suite|reste|chantier|histoire|liste|developpement|
  sessions|moment|stade|travaux|truc|implementation|mission|points|route
obj = @det? @adj? @det? @work @adj? @det? @past|cours|adj|jour? / ca|cela|ceci|tout|y|la|ce / le|la|l reste|
  suite @past?
we = on|nous|je|j|tu|vous|il|n|ils|moi
etre = etions|etait|etais|etes|est|sommes|es|suis|sont|serait|etiez|avons|avait|a|ai|as|avions|avais|ait|
  etaient|soit
stopped = arrete|arretes|arretee|arrives|arrive|quitte|quittes|laisse|laisses|interrompu|interrompus|reste|
  restes|rendus|rendu|stoppe|stoppes|termine|fini|coupe|deconnecte|bloque|bloques|en|la|rendues|arretees
where = ou|a|la|jusqu|vers|dou ou|quel|quelle|quoi|l|d? point|etape|stade|endroit|moment|niveau|ou? / d ou /
  jusqu ou|a quel? point? / jusqu ou / jusquou
ouon = @where est|donc|exactement? ce|donc? qu|que? @we? @we? n|s|se|nous|en|l|m|t|vous|etions|avait|avions|
  avons|a|y|avais|etais|ait|ca|avance|les|choses? nous|en|s|l|les|avait? @etre|laissa|laissait|bosse|laissions
  @sep? nous|on|vous|tu|je|t|t? @sep? @stopped? on|nous|vous|tu|je|les|t? @sep? choses|tout|tous? @obj|@past?
  @past?
kes = qu|que est ce qui|qu|que|q / qu est ce|quoi? qu|que / c|est|quoi etait|c|est quoi ce? qu|que
duque = @kes @we faisait|faisions|faisais|disait|disions|faisions|fait|codait|voulait|preparait faire|dire?
  @sep|@past? @past? / @kes @we @etre @sep? en|train? de? @did|bosser|faire|travailler|coder @obj|@past? / ce|
  que|qu|quoi|sur|c|a est? ce|quoi? que|qu? @we @etre @sep? en|train? de? @did|bosser|faire|travailler|coder
  @obj|@past? / ce|que|qu qu|que? @we faisait|faisions|faisais|faites|fait|disait|disions|faisons|disais|codait|
  allait|voulait|preparait|faisiez faire|dire? @sep|@past? @past?
did = fait|faite|faites|faits|decide|dit|travaille|fini|termine|accompli|avance|bosse|vu|discute|realise|
  commence|convenu|choisi|retenu|ecrit|code|laisse|parle|entrepris|arrete|conclu|prevu|decidees|fait
base = continue|continues|continuer|continuons|continuez|reprends|reprend|reprendre|reprenons|reprenez|poursuis|
  poursuivre|poursuivons|poursuit|poursuivez|reprise|continu|enchaine|enchainons|enchainer|avance|avancons|
  avancer|continus|repart|repartons|continuation|enchaines|poursuite|repris / remettons|remets|remettez|remet|
  remettre|remets|se|nous|on|y nous|se|remet|remets|on|toi|y? y|au|a|retourne|retournons|retourner? @obj|au|a?
  @work? / vas|va|allons|allez|aller|alors y|on / passe|passons|passer|on passe? a|au la|l? prochaine|suite|
  etape|suivant|suivante etape|suivante|tache|point? / c est reparti / on y va|retourne / au boulot|travail /
  retour|retournons|revenons|revient|reviens|on au|a|aux nos? @obj|moutons|boulot|travail / finis|finissons|
  termine|terminons|finir|terminer ce|@obj qu|que? @we? @etre|avait|a? commence? / en route|avant / fais la?
  suite / vas de l avant / allez|va|vas|aller plus|de|y l? avant|loin / la suite / c est reparti|bon|parti /
  allons de l avant
ou = de|a|par|depuis|la|d|des|sur|avec|l|au|dans|du
V = @base @sep? @sep? @obj|@past? @ou? @obj? @ouon|@duque|@past? / @base @ou? @obj? @sep? @obj? @ou|@sep? @past|
  @ouon|@duque? / @base a partir de|d la|@obj|@ouon
V = @base|travailler|bosser|travaille|boulot @obj? @obj|@sep? avec|sur|travailler|bosser|a|au|du sur? le|la|les|
  l|notre|mon|nos|au|cette|cet|ce ... / @base @det work|travail|discussion|tache|session|boulot|conversation
  sur|de|avec|du ... / revenons|retournons|remettons|on a|au|sur|nous retourne|a|revient? sur|a|au|la|le ...
V = je|j|nous|on|me|et|c|moi|suis|ca|y @etre|suis|revoila|voila|revoici|voici|moi|re|me|y? @sep? de|revenu|
  revenue|revenus|la|est|moi|retour|est|moi|voila|re|revoila retour|revenu|la|moi|dans|revenue|nouveau? de|a|au|
  la|du|d|en|apres? mon|ma|la|l? bureau|pause|reunion|dejeuner|poste|clavier|retour|vacances|ligne|ordi|midi|
  nouveau|cafe? / me|nous revoila|revoici|voila|voici de? retour|la|nouveau? / de retour de|du|au|a|en|apres?
  la|ma|mon|l? bureau|pause|reunion|dejeuner|poste|clavier|vacances|ligne|midi|cafe? / je|j|suis|on|nous suis|
  viens|rentre|rentres|est de rentrer|revenir|retour|rentre|pause|reunion|dejeuner de? pause|reunion|dejeuner|
  vacances|midi? / revoila|rebonjour|re me|moi?
Q = @ouon / @ouon|on|nous|tu|nous en est|sommes|etait|etions|etais|es|est|arrete|arretes ou|quoi|la|a? quel?
  @past|@sep|point|stade? @past? / on|nous|tu|vous s|en|nous|t|vous|etait|y|avait? en? @etre @sep? @stopped?
  @sep|@past? ou|ou|quoi|a|sur|la|jusqu @ou|quel|quoi|ou? @past|point|@sep? @past? / ou|d ou en @etre|est @we|
  @sep? @we|ce|@sep|@obj|les|choses? choses|@obj|@past? @past? / quel|quelle|quels|quelles est|etait|sont|
  etaient|serait|fut @det? @adj? @work|statut|etat|situation|bilan|avancement|decision|decisions|programme @adj|
  a|du|de? suivante|suivant|suivre|prochaine|projet|lieux|jour|la|travail|@obj|@we|nos? @we? @etre? @sep?
  prises|prise|fait|faite|travaille|discute|faire|dessus? @past? / par|ou ou on|commence|reprend|continue|nous|
  tu|reprenons? reprend|reprends|continue|commence|en? on? / sur quoi on|travaillait|travaillions|etait|bossait|
  nous|est|tu|bossions|travaillais|avons|a|etions ce? qu|que? nous|on|en|tu? nous? travaillait|bossait|
  travaillions|etions|travaille|bosse|etait|train|travaillais? de? travailler|bosser? @past|@sep?
Q = @kes reste|restait|manque|faut|vient|suit encore|ensuite|maintenant|nous|apres? a? faire|finir|terminer?
  @past? / c etait|est quoi @det? @adj? @work|chose @adj? qu|que @we @etre? @sep? @did|faisait|faite|faisions?
  @past? / on|nous s|etait|nous? @etre? @sep? @stopped? a|sur|ou quel|quelle|quoi @work|moment|niveau|endroit|
  stade @past? / @duque / qu|que|quoi|c|a avait|avions|avons|a|ai|avais|est|as|aviez|avez ce? que|qu|quoi|t|y?
  @we @etre? avait? @sep? @did|ete @obj|@sep|@past|ensemble|comme? @past? / quoi|que|qu|c est|ce|reste|nous|
  manque|faisons|faut|fait|dois|doit|on|devons|devrait|faire|y|doit|il|va|vient|peut|a t|il|ce|on|nous|quoi? ce|
  reste|t|on|qu|que|quoi|nous? que|qu|quoi|on|il|nous|la? @we|reste|t|il|a? en? t|nous|reste|manque|doit|faut|
  dois|fait|devons|faire|a|il|encore|faisait|vient|vient|suit? @sep|il? @sep|a|t? a|encore|faire|comme|a? @work|
  faire|la|finir|terminer|venir|maintenant|ensuite|apres|fait|suivant|suite @sep|@past|maintenant|ensuite|apres|
  comme|pour|dans|a|de|chose? @obj|finir|faire|suite|programme|taf|boulot|travail|terminer|projet|@past? / c
  est|etait quoi @det? @adj? @work|suite|plan|programme|prochaine|suivant|statut @adj? @det? @obj|maintenant|
  deja|suivante|programme? / il reste|nous|manque|y|restait reste? quoi|encore|a|combien|des|quelque a|faire|
  quoi|choses|chose|encore|finir? faire|a|finir|terminer? faire|finir? / et maintenant|apres|ensuite|la|alors|
  donc quoi|on|que|je|qu? fait|faisons|fais|est|continue|faire? quoi|on? fait? / on fait|faisait|faisions|
  disait|travaillait|bossait|doit|attaque|devait|parlait|va|continue|commence|commencait quoi|sur|par|ou|a|
  faire|de quoi? @sep|@past|ensuite|maintenant? @past? / que|quoi faire|faisons|fait|fais maintenant|ensuite|
  apres|nous|on|a|present|d nous|autre|present? / tu|vous|te|est|sais|as te|vous|tu|souviens|rappelles|ce|sais?
  souviens|rappelles|rappelle|que|souvenez? tu? de|d|d? @ouon|@duque|@obj / comment ca|avance|on|va|le|se|
  progresse|la avance|continue|passe|reprend|@obj|projet|va? @obj? / ou|comment ca|on en @etre / reste|reste il|
  t|encore quelque|des|du|encore? il|des|quelque|du? choses|chose|travail|quelque? a faire|finir / a|jusqu quoi|
  a? on|nous en est|etait|etions / on|nous @etre|avait|avons|avions @did|fait|decide|prevu quoi|combien|ou
  @past|@sep? @past? / combien|quelles|quels @work? il? reste|taches|etapes|points|decisions a|avons|reste|il|t|
  on|restantes|avait|avait? il|nous|encore|prises|a|faire|pris? a|faire? faire?
gist = recap|recapitulatif|resume|bilan|point|statut|etat|topo|synthese|resumer|avancement|recapitulation|
  recapituler|rappel|situation|status|progression|brief|todo
W = fais|faire|donne|donner|fait|faisons|un|petit|le|peux|peut|faites|donnez|j|je|une|ai|aimerais|besoin|rapide|
  dresse|pourrais|veux|voudrais|pourrait|envoie|montre moi|nous|tu|un|le|me|on|petit|veux|besoin|rapide|vous|
  voudrais|vite|m? faire|d|donner|un|le|resumer? petit|rapide|court|un|bref|le|l|une? @gist rapide|rapidement|
  de|des|du|sur|d|stp|complet|bref|en? la|notre|ce|ou|lieux|l|nos|tout|@obj|cours|travail|situation|avancement|
  ce|@ouon|@duque|@past|projet|rapide? @obj|avancement|@ouon|@duque|progres|@past? @past? / @gist rapide|de|des|
  du|sur|d|l|stp|complet? la|notre|ce|lieux|l|tout|@obj|situation|avancement|@ouon|@duque|@past|projet|progres|
  session? @ouon|@duque|@past? / ou|quel|le|l|petit|rapide|bref|un @gist de|du|d|stp? la|@obj|l|avancement?
  avancement?
W = rappelle|rappeler|rappelles|rappelez|dis|dire|resume|resumer|resumes|recapitule|recapituler|recapitulons|
  resumons|remets|rafraichis|rafraichir|remettre|explique|redis|redire|redonne|montre|remet|mets|refais|raconte|
  resumez|aide|redites moi|nous|tu|la|me|te|a|vite|le|en|brievement|rapidement? brievement|rapidement|un|de|en|
  dans|te|peu|le|la|d|a|au|jour|vite? contexte|memoire|bain|peu|jour|jus|courant|souvenir|rappeler? sur|stp|de|
  d? @ouon|@duque|@obj|@past|que|comment? @ouon|@duque|@past? @past? / j ai rate|loupe|manque quoi|ca
W = et|bon|ok|alors|la|donc|suite suite|ensuite|apres|maintenant|prochaine|suivant|suivante|donc etape|tache|
  stp|alors? / suivant|suivante|ensuite|prochaine|prochain etape|tache|point? / etape|tache suivante|prochaine /
  la? suite|prochaine etape?
F = stp|svp|s|te|vous|plait|il|merci|bonjour|salut|coucou|bonsoir|hello|re|rebonjour|bon|bien|alors|donc|et|
  mais|ok|okay|d|accord|dac|oui|ouais|super|parfait|allez|on|tu|nous|je|j|peux|peut|pourrais|pouvons|pouvez|
  veux|voudrais|aimerais|va|vas|faut|puis|maintenant|stp|tout|la|y|se|moi|de|nouveau|encore|beaucoup|desole|
  desolee|excuse|pardon|claude|ici|vite|simplement|juste|aussi|pourrait|pourrions|pourriez|aller|souhaite|ca|
  hey|cher|ami|vieux|c|est|rapidement|top|genial|nickel|a|enfin|toi|voila|tiens|pret|prete|prets|dis|tous|
  doucement|yes|sais|vu|me|en|ensemble|gentil|reconnecte|journee|semaine|mec|cool|l
F = @past / ne|n|je|j|me? sais|souviens|rappelle|ai|sait|suis|m|en plus|pas|oublie|perdu|plus|souviens? de|du|
  le|bien|trop|plus|tout|souviens? fil|tout|d|ou? / s il te|vous plait / desole|pardon|excuse|excusez pour|moi|
  du|de|d|de? le|l|la|cette|retard|ca|coupure|attente|interruption? retard|attente|coupure|interruption|absence?
  / pas de souci|probleme / si tu|vous veux|peux|voulez|es|pouvez pret? / quand tu veux|vous / comment ca|vas|tu
  va? / ca va / la|le|l|mon|ma|j|on|nous|petite|perte|ai|de|a|plus|y session|connexion|reseau|ordi|pc|wifi|vpn|
  internet|coupure|terminal|ordinateur|serveur|courant|ete|avons|ai|a|etait|perdu|eu|de|du|panne|interrompus|
  une? connexion|reseau|courant|ete|perdu|coupure|interrompus|coupe|coupes|interrompu|session|de|une|eu|a|la|le|
  s|est|d|du? plante|coupe|coupee|saute|crash|perdue|interrompue|interrompus|coupure|deconnecte|deconnectee|
  connexion|reseau|coupes|lache|tombe|tombee|internet|redemarre|courant|pause|reunion|dejeuner|arretee|
  electricite / petite? coupure|interruption|panne de|du|d? reseau|courant|connexion|internet?
G = bonne|bon journee|soiree|matin|matinee
F = comme prevu|convenu|avant|hier|d habitude? / pendant qu on y est
adj = prochaines|prochains|suivantes|suivants|dernieres|derniers
Q = quelles|quels sont|etaient les|nos|mes prochaines|prochains|dernieres|derniers|taches|etapes @work
  restantes|suivantes? / comment on|nous avance|avancons|continue|procede|fait
past = avant|depuis|pendant le|ce? week|weekend end? / vendredi|lundi|jeudi dernier
V = arrete|arretez toi|vous? pas / t|vous arrete|arretez|arretes pas
Q = @duque @past
W = on|nous|j|tu a|avons|ai|as|avait|avions ete coupe|coupes|coupees|interrompu|interrompus|interrompues|
  deconnecte|deconnectes / on|nous|tu s|t|nous? est|es|sommes fait couper|interrompre / ca|la a? coupe
F = veuillez|bien|vouloir / merci de bien? vouloir?
EVENT = coupes couper coupees interrompre interrompues deconnectes
  plante plantage crash redemarre redemarrage dejeuner pause cafe reunion week weekend vacances coupure
  interrompu interrompue interruption coupe connexion reseau internet
  wifi vpn courant ordi ordinateur pc accident erreur compaction compact annule deconnecte batterie telephone
  panne
TALK = prevu prevue encore blocage bloque objectif decisions etapes
WE = nous on notre nos je moi me tu vous
HEART = reste restait arrete laisse suite prochaine prochain ensuite avancement avance etat statut point plan
  bilan recap resume decide continuer reprendre fait
  faisait etape prevu travaillait decisions programme
Q = quoi|rien? de|d? prevu|nouveau|neuf|programme|autre ensuite|apres|maintenant|la|pour|encore? suite|la?
  suite? / c|quoi est? quoi? le|la? programme|suite|plan
NOT = combien ligne ne pas jamais sans pourquoi quand si demain tard n
STOP = texte pas ne n plus jamais sans si quand lorsque jusqu jusque tant apres avant bouton lien boutons boucle
  erreur erreurs exception ligne page fichier suivant suivante prochain demain tard lundi mardi mercredi jeudi
  vendredi doit devrait peut est sont etait clic iteration element valeur delai expiration echec utilisateur que
  qui dont ou google au instead coupure pause fin
"""
