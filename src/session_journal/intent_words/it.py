"""How people pick up the work again in Italian: rules for intent_grammar."""

PHRASES = """
past = ieri|prima|precedentemente|oggi|stamattina|stamani|recentemente|stasera|adesso / l|la ultima|scorsa|
  altra|altro|altra volta|settimana|sessione|sera|giorno / ieri sera|mattina|pomeriggio / la|questa settimana|
  sessione|volta|mattina scorsa|precedente? / fino|fin|da a|ad|ora|qui|ieri|prima|adesso|qua ora|adesso|qui|
  questo|qua punto? / finora|poco|fa|poc|sinora / poco fa|prima / prima|dopo della|del|di|dell|la|il @det?
  pausa|pranzo|riunione|interruzione|crash|andare / lunedi|martedi|mercoledi|giovedi|venerdi|sabato|domenica
  scorso|scorsa / al momento / in questo momento / per|di ora|adesso|ieri|oggi|prima
sep = gia|ancora|esattamente|ora|qui|li|la|allora|insieme|anche|attualmente|adesso|di|nuovo|pure|tutto|oggi|
  tutti|entrambi|poi|mai|quindi
det = il|lo|la|i|gli|le|l|del|della|dello|dell|dal|dalla|dallo|al|alla|nel|sul|sulla|nostro|nostra|mio|mia|
  questo|questa|quel|un|uno|una|nostri|tuo|col|dei|delle
adj = ultimo|ultima|precedente|attuale|seguente|prossimo|prossima|prossimi|prossime|successivo|successiva|
  stesso|stessa|restante|restanti|breve|rapido|veloce|piccolo|corso|interrotto|interrotta
work = lavoro|sessione|compito|compiti|conversazione|chat|discorso|progetto|cosa|cose|argomento|tema|piano|
  passo|passi|passaggio|punto|punti|luogo|parte|momento|filo|resto|sviluppo|lista|fase|attivita|discussione|
  task|implementazione|mossa|step
obj = @det? @adj? @work @adj? di|del|da|in? @past|progetto|oggi|corso? / questo|cio|quello|tutto|li|qui|qua /
  lo|la|ci? stesso|seguente|di @past / quello|cio che @past|mancava|manca|restava|resta|avevamo|stavamo @part?
we2 = noi|io|tu|ci|mi|ti|si|lo|l|abbiamo|avevamo
stopped = eravamo|ero|eri|era|siamo|sono|sei|stiamo|stavamo|stavo|stavi|abbiamo|avevamo|hai|avevi|ho|avevo|
  rimanemmo|lasciammo|fermammo|sta|arriviamo|rimaniamo
part = rimasti|rimasto|rimasta|fermati|fermato|fermata|arrivati|arrivato|interrotti|interrotto|lasciati|
  lasciato|lasciata|smesso|finito|finiti|fatto|fare|facendo|lavorando|lavorato|deciso|discusso|parlato|parlando|
  dicendo|detto|visto|vedendo|completato|concluso|iniziato|cominciato|interrotta|ottenuto|stabilito|concordato|
  programmando|messi|bloccati|bloccato|pausa|scelto|realizzato|cercando|stati|combinato
where = a|da|di|fino|sino|d|in|su? dove|dov|a|ndo / a|in|da|fino|fin che|quale|quel|a|qual? punto|parte|passo|
  fase|passaggio|che? punto? / a|in|su|da che|quale @work / fin|fino dove
lo = @where @we2|@sep|che|cosa? @we2? @stopped @sep? @part? @part|@sep? @sep|@past|noi|con|tutti|le? @past|cose?
  / @det|da @adj? punto|parte|posto in|dove|a cui|dove? @we2? @stopped @part? @part? @past? / cio|quello|cosa|
  quel|quanto che? @we2? @stopped|facevamo|facevi|facevo|facemmo|decidemmo|manca|resta|dicevamo|viene|serve
  @sep? @part|da? @part|fare|finire|per? fare? @sep|@past|insieme? @past?
base = continua|continuare|continui|continuiamo|continuate|prosegui|proseguire|proseguiamo|prosegua|proseguite|
  riprendi|riprendere|riprendiamo|riprenda|riprendete|procedi|procedere|procediamo|proceda|procedete|ripartiamo|
  ripartire|riparti|ricominciamo|ricomincia|ricominciare|continuamo|continuando|avanti|riattacchiamo|riprendila|
  riprendilo|continuo|ripresa|riprendendo|procedendo|avanza|avanziamo / vai|andiamo|andare|va|vada|tira|tiriamo|
  vado|avanza|si|andate va|andate? avanti|oltre / torniamo|torna|rimettiamoci|tornare|ritorniamo|rimettersi|
  mettiamoci al|alla|a|sul|all @work|noi|opera|quello|bomba|lavorare / forza|su|dai|andiamo andiamo|avanti|su|
  dai / continua|prosegui|continuiamo|proseguiamo|riprendi|riprendiamo|continuare|riprendere|proseguire|vai a|
  con|il|di lavorare|lavorando|fare|programmare|lavoro|scrivere|sviluppare / passa|passiamo|andiamo|passare|vai
  al|alla|all prossimo|successivo|seguente|prossima|successiva @work? / prossimo|prossima @work / finisci|
  finiamo|terminiamo|completa|termina|completiamo|concludi|concludiamo cio|quello|quanto che abbiamo|avevamo|
  stavamo|resta|manca|hai @part? / al lavoro / vai|procedi|continua|prosegui|avanti pure|cosi
con = con|da|dal|dalla|di|a|per|in|sul|su|dopo|il|lo|la|nel|del
V = @base @sep? @obj|@past|@sep? @con? @lo|@obj|@past|@sep? @past|@sep? / @base @obj|@sep? @con? @lo|@past /
  @base @con? @det? @work @lo|@past
V = @base @sep? con|lavorando|lavorare|lavoro con|a|su|al|sul|sulla|alla? il|la|lo|i|le|l|gli|al|sul|sulla|alla|
  nostro? ... / @base @det work|lavoro|discorso|task|sessione|compito su|sul|sulla|del|della|con|dello|di ... /
  torniamo|ritorniamo|rimettiamoci a|al|alla|sul|sulla|allo|all lavorare? ... / @base il|la|lo lavoro su|sul|
  sulla|con|sullo ...
V = io|ora|adesso|gia? sono|siamo|eccomi|rieccomi|rieccoci|eccoci|son|rientro|rientrato|tornato? tornato|
  tornata|tornati|rientrato|rientrata|qui|rieccomi|eccomi|rieccoci|eccoci|qua|ritornato di|da|dal|dalla|qui|qua|
  alla|al|a|a? nuovo|pausa|pranzo|riunione|casa|tornato|qui|ritorno|lavoro|qua|tastiera|scrivania|tornata|bomba?
  qui|qua|tornato? / di ritorno dal|dalla|da? pausa|pranzo|riunione|lavoro? / sono di nuovo|ritorno qui|qua|dal|
  tra? pranzo|noi|voi? / eccomi|rieccomi di|qui|qua nuovo|ritorno? qui|qua?
Q = @lo / a|in che|quale|qual? punto|stato|situazione|fase siamo|eravamo|e|sono|sei|sta|stiamo|stanno|ero|
  avevamo @sep? il|la|le|i|tutto|con|@part|@past? @det? @work|cose|progetto|@past|lavori? / @where continuiamo|
  riprendiamo|ripartiamo|proseguiamo|cominciamo|riprendo|iniziamo|ricominciamo|riparto @past|@sep? / quanto|
  quanta|quante e|c|ci|siamo|abbiamo|manca|resta|strada|cose|mancano|andati? manca|resta|rimane|fatto|avanti|
  ancora|restano|andati|fatta? ancora|avanti|da|fatto|alla? fare|avanti|fine?
Q = che|cosa|qual|quale|quali|chi|cos|quale|cose che|cosa|e|era|sono|erano|c|sarebbe|altro|cos|resta|passi? e|
  era|cosa|il|la|i|le|l? ultima|ultimo|prossimo|prossima|il|la|l|i|prossimi|successivo|successiva|piano|
  programma|le? adj? @adj|cosa|@work? @work|passo|cosa|programma|da? che|adesso|ora|a|fare|@past? @we2? abbiamo|
  avevamo|stavamo|oggi|fare|hai? @part? @past|@sep? / che|cosa|cos|quali|qual cosa|altro|ci|c|altre|cose? @we2|
  dobbiamo|e|era|si|altro? manca|mancava|resta|restava|rimane|viene|segue|facciamo|faccio|facevamo|facevi|
  facevo|c|ce|dobbiamo|devo|abbiamo|avevamo|stavamo|stavo|stiamo|ho|hai|eravamo|succede|avevi|dovremmo|stavi|
  avevo|era|fare|deve|possiamo|bisogna|restano|mancano|rimangono|tocca|faremo|dicevamo|stai|rimasto|e @sep?
  @sep|e|da|@part|per|in|a|fare|ci|si|si|rimasto|che? @part|fare|adesso|dopo|poi|ancora|finire|lista|programma|
  sospeso|completare|venire|da|rimasto|resta|manca|aperto|deciso? fare|completare|finire|terminare|@sep|@past|
  insieme|fatto|programma? @past|fare? @past? / su|di|a|con che|cosa|quale|quali|qual|cos cosa|compito|punto|
  task|progetto? @we2? stavamo|stavo|lavoravamo|stiamo|eravamo|abbiamo|stavi|lavoravi|parlavamo|lavoravo|ero
  @sep? @part|a? @part|lavorare|@past|@sep? @past|@sep? / e|ok|allora adesso|ora|poi|dopo cosa|che? cosa|
  facciamo|si|viene? fa|facciamo? / come|com|qual|quale procediamo|proseguiamo|continuiamo|andiamo|siamo|va|sta|
  stanno|eravamo|e|vanno|avanziamo|era avanti|il|lo|la|messi|andando|rimasti|le|procedendo|con? @adj? stato|
  situazione|lavoro|punto|@work|punto|cose|tutto|andando|@obj? attuale|del|dei|delle|il|al? @obj|lavori|lavoro|
  cose|momento? / c|ci|resta|manca|rimane e|sono|e|qualcosa|ancora? ancora|altro|qualcosa|altro|molto|qualcos?
  qualcosa|altro|da? da|in|di? fare|finire|sospeso|completare / ti|mi ricordi|ricorda|ricordo @lo|dove|cosa|di
  @lo|@obj? / cosa ci|c|mi|mi siamo|eravamo|sono detti|detto|perso|persa / @det? prossimo|prossima passo|passi|
  mossa|cosa qual|quale e
gist = riassunto|riepilogo|recap|stato|sintesi|panoramica|aggiornamento|resoconto|punto|promemoria|situazione|
  status|progressi|sommario|riassumere|riepilogare
W = fammi|dammi|fai|mi|potresti|puoi|vorrei|serve|facciamo|fare|faresti|fare|qual|fa|ho|voglio|faccia|dare|
  mostrami|dimmi|dacci|mandami|possiamo? mi|fai|dai|farmi|darmi|bisogno|di|un|il|serve|fare|puoi|e|avere|lo? un|
  il|breve|veloce|l|lo|la|fare? breve|rapido|veloce|piccolo|l|attuale|bel? @gist veloce|rapido|breve|attuale|
  della|del|di|dei|su|delle|per|dello|sul|sulla? @obj|situazione|lavoro|dove|tutto|lavori|quanto|@lo|@past|
  progressi|favore|stato|cose|progetto|oggi|fatto? @obj|@lo|@past|fatto? @past? / @gist veloce|rapido|breve|
  attuale|della|del|di|dei? @obj|@lo|situazione|lavori|tutto|quanto? @lo|@past?
W = ricordami|rammentami|ricordarmi|riassumi|riassumimi|riepiloga|riepilogami|ricapitoliamo|ricapitola|dimmi|
  aggiornami|aggiorna|rinfrescami|spiegami|riassumere|riepilogare|ricapitolare|mettimi|dirmi|aggiornarmi|
  raccontami|riassumermi|rinfresca|riportami|riepiloghiamo|riassumiamo|ricordaci|ricordi|aiutami|mostrami|spiega
  a|la|il|in|brevemente|un|al|velocemente|ricordare|di|le? memoria|contesto|pari|po|corrente|ricordare? di|su|
  con|brevemente|da|sui|sul? @lo|@obj|@past|progressi|cosa|come|dove? @lo|@past|siamo|messi? @past? / cosa mi
  sono perso
W = e|ok|allora|bene|bene|dunque|adesso|ora|quindi adesso|ora|poi|dopo|prossimo|allora|prossima|quindi /
  prossimo|prossima|successivo|avanti @work? / stato|status / e|ora|adesso cosa|che|poi
F = per|favore|piacere|grazie|ciao|salve|buongiorno|buonasera|buonpomeriggio|ehi|ehila|bene|ok|allora|quindi|e|
  ma|si|certo|perfetto|ottimo|andiamo|possiamo|puoi|potresti|potremmo|potete|mi|ci|ti|a|che|cosa|voglio|vorrei|
  ora|adesso|gia|di|nuovo|qui|qua|scusa|scusami|scusate|claude|amico|molto|tutto|oggi|io|tu|noi|solo|lascia|
  volta|eccellente|va|bene|bravo|dai|dobbiamo|devo|pronto|pronta|pronti|sai|con|se|pure|tranquillamente|insieme|
  semplicemente|caro|subito|ancora|mille|forza|su|beh|dunque|un|po|anche|fai|cortesemente|cortesia|magari|vuoi|
  vogliamo|posso|ecco|ragazzi|far|fa|genial|direi|sera|stai|lo
F = @past / non|mi|me mi|lo|ricordo|ne|piu? ricordo|so|dimenticato|ricordiamo piu|bene|esattamente? / ho
  dimenticato|perso di|il|dove? filo? / se|quando vuoi|puoi|sei|ti|possibile va|pronto? / nessun problema / come
  stai|va / tutto bene / la|il|mi|e|ho|si|ci|sono|scusa|cera|c|sessione|connessione|era|internet? si|e|la|il|
  caduta|perso|connessione|linea|corrente|computer|stato|rete|sessione|pc|internet|andata|crollato|stata|ha|
  hanno|wifi|era|vpn|terminale|hanno|portatile|corrente? e|si|la|il|caduta|saltata|una|un? caduta|saltata|
  interrotto|interrotta|interrotti|bloccato|bloccata|crashato|spento|riavviato|disconnesso|andata|caduto|perso|
  linea|connessione|disconnessa|morto|chiusa|interruzione|blackout|riunione|pranzo|chiuso via|la|internet?
  connessione|linea? / scusa|scusate per|il|l|la|per? il|l|la? interruzione|attesa|ritardo|pausa
G = buon|buona giorno|giornata|pomeriggio|sera|mattina|serata
F = come previsto|concordato|prima|stabilito|deciso
Q = come siamo|va|andiamo messi|il? lavoro? / quali sono|erano i|le prossimi|prossime passi|cose|attivita
V = non fermarti|fermiamoci|fermare|smettere
W = siamo|sono|sei stati|stato|stata|state interrotti|interrotto|interrotta|disconnessi|scollegati / ci|mi hanno
  interrotti|interrotto|interrotta / ci siamo interrotti / e caduta la linea|connessione
F = prego
EVENT = interrotti interrotte disconnessi scollegati
  crash crashato riavviato riavvio pranzo caffe pausa riunione weekend ferie vacanza interruzione
  interrotto interrotta caduta corrente connessione internet wifi
  vpn linea portatile computer pc sbaglio errore compattazione compact annullato disconnesso batteria telefono
  saltata bloccato morto
TALK = blocchi obiettivo decisioni passi fase punto riparte riprende ricomincia prosegue
WE = noi ci mi abbiamo siamo eravamo stavamo facciamo dobbiamo io
HEART = manca mancano resta restano rimasti prossimo prossimi passo passi punto stato riassunto riepilogo
  deciso piano continuare proseguire fatto facendo lavorando fermati
Q = da? dove si riparte|riprende|ricomincia|continua|comincia|prosegue|era|va
NOT = quanto quanta quanti quante non mai senza quando se domani dopo perche
STOP = testo non mai senza se quando finche fino dopo prima mentre pulsante bottone link ciclo errore errori
  eccezione riga pagina file seguente successivo successiva prossimo prossima domani poi lunedi martedi
  mercoledi giovedi venerdi sabato domenica deve dovrebbe puo e sono click iterazione elemento valore caso
  utente che google al pausa
"""
