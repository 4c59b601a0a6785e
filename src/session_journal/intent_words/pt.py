"""How people pick up the work again in Portuguese: rules for intent_grammar."""

PHRASES = """
past = ontem|antes|anteriormente|hoje|recentemente|agora / ontem|hoje a|de noite|tarde|manha / a|na|da|de|o|
  essa|esta|nesta|ultima|semana|sessao|outro|no ultima|passada|vez|dia|semana|sessao|manha|noite|tarde|anterior
  passada|vez|sessao|anterior|dia? / ate|desde|de agora|aqui|o|ao|ontem|hoje|entao|momento|antes|la momento|
  presente|ponto? / antes|depois do|da|de @det? pausa|almoco|reuniao|queda|interrupcao|intervalo|cafe|sair|parar
  / no|neste momento / na|no segunda|sexta|terca|quarta|quinta|sabado|domingo passada|passado / ha pouco|um
  tempo|bocado? / mais cedo|antes
sep = ja|ainda|exatamente|agora|aqui|ai|la|entao|juntos|tambem|atualmente|mesmo|novamente|tudo|hoje|de|novo|
  logo|so
det = o|a|os|as|do|da|no|na|nos|nas|ao|nosso|nossa|meu|minha|este|esta|esse|essa|um|uma|nossos|nossas|seu|sua|
  isso|isto|dos|das|este|neste|nessa
adj = ultima|ultimo|anterior|atual|seguinte|proximo|proxima|proximos|proximas|mesma|mesmo|pendente|pendentes|
  restante|restantes|breve|rapido|rapida|curto|pequeno|interrompida
work = trabalho|sessao|tarefa|tarefas|conversa|projeto|projecto|coisa|coisas|assunto|tema|plano|passo|passos|
  ponto|pontos|lugar|parte|momento|fio|resto|chat|desenvolvimento|lista|etapa|etapas|atividade|discussao|
  implementacao|sitio
obj = @det? @adj? @work @adj? de|do|da|em? @past|projeto|hoje? / isso|isto|ele|tudo|ai|la|aqui / o que @past|
  faltava|falta|tinhamos|resta|restava|comecamos|ficou / o|a|os mesmo|seguinte|proximo|de @past?
we2 = nos|a|gente|tu|voce|vc|eu|agente|nos|e|que|e|ja|ambos
stopped = paramos|parei|paraste|parou|ficamos|fiquei|ficou|estavamos|estava|estavas|iamos|ia|deixamos|deixei|
  deixaste|deixou|estamos|estou|esta|vamos|chegamos|chegou|terminamos|interrompemos|tinhamos|tinha|havia|
  haviamos|andamos|andavamos|anda|ficaram|cheguei|tavamos|tava|pausamos|encerramos|interrompeu|interrompido
part = parado|ficado|deixado|chegado|feito|fazer|fazendo|trabalhar|trabalhando|decidido|trabalhado|falado|falar|
  falando|combinado|terminado|avancado|concluido|discutido|discutindo|ver|visto|vendo|programando|indo|mexendo|
  a|resolvendo|tentando|dizer|dizendo|conversando|acordado|definido|tratar
where = a|de|desde|por|em|ate|para? onde / em|a|ate|por|de|desde|no que|qual ponto|parte|passo|pe|lugar|etapa|
  altura|fase / ate|em|no onde|que|quanto / em|no que|qual @work / donde|aonde|ondi
lo = @where e|foi|era|mesmo|exatamente? que|e|q? a|@we2|@sep? que|gente? @sep? tinha|tinhamos|havia|as?
  @stopped|coisas @part|@sep? @part|@sep|nos|as|o|a|tudo|@obj|com? @sep|@past|coisas|isso|conversa? @past? / o|
  aquilo|no q|que @we2? gente? @sep? @stopped|fizemos|fez|fiz|faziamos|fazia|decidimos|falamos|trabalhamos|
  vimos|combinamos|falta|faziam|foi|acordamos @part|@sep|por? @part|@sep|feito|fazer|fazendo? juntos|@past|@sep?
  @past?
base = continua|continuar|continue|continuemos|continuamos|continuem|continuas|segue|siga|sigamos|seguimos|
  seguir|seguindo|prossegue|prossiga|prosseguir|prossigamos|prosseguimos|retoma|retomar|retome|retomemos|
  retomamos|retomando|reinicia|avanca|avance|avancar|avancemos|avancamos|continuando|continuacao|retomada|reata|
  recomeca|recomecar|recomecamos|continuo / volta|voltar|voltemos|voltamos|regressemos|voltando ao|a|para|pra|as
  @obj|trabalho|isso|trabalhar|ativa / vamos|vai|va|siga|segue|bora|toca|seguir|seguimos|ir|toca|vamo em|la|
  para|pra|adiante|frente|a|embora|o|nessa frente|adiante|diante|isso|proximo? @work? / adiante / em|pra|para
  frente / maos a obra / ao trabalho / segue|continua|siga|continue|continuar|continuamos|seguir|seguimos a?
  trabalhar|trabalhando|fazendo|programando|desenvolvendo|fazer|conversando / passa|passemos|vamos|passe|
  passamos|vai ao|para|pro|a|pra o? proximo|seguinte|proxima @work? / termina|termine|terminar|vamos|acaba|
  conclui|terminemos terminar|acabar|concluir? o que comecamos|comecou|falta|estavamos|faltava|a @part|fazer|
  gente? comecou? / bora|vamos la? / proximo|proxima @work / manda ver|bala / pode mandar
con = com|em|de|desde|a|por|do|da|no|na|ao|onde|a|partir|depois|dai|daqui|para
V = @base a partir dai|daqui|disso|da|ali|do|de onde|ponto|@work? @lo? / segue|siga o jogo|baile|plano|fluxo /
  @base @sep? @obj|@past|@sep? @con? @lo|@obj|@past|@sep? @past|@sep? / @base @obj|@sep? @con? @lo|@past / @base
  @con @det? @adj? @work @lo|@past? / @base a partir do|da|de @work|onde|@lo @lo?
V = @base com|trabalhando|trabalhar|trabalho com|no|na|em? o|a|os|as|no|na|nosso|meu? ... / @base @det @work de|
  do|da|com|no|na|sobre ... / voltemos|voltar|vamos ao|a|voltar|para|pro ao|a|para|pro? o|a? ...
V = ja|eu|estou|ca|aqui|oi|to|ja|acabei? voltei|regressei|cheguei|voltamos|estou|estamos|to|de|retornei de|aqui|
  ca|do|da|novamente|outra|volta|pra? volta|novo|vez|aqui|regresso|almoco|pausa|reuniao|almocar|cafe? a|do|da|
  ao|de|para|pro? trabalho|almoco|pausa|reuniao|intervalo|cafe|ferias|ativa|teclado|mesa? / estou|estamos|to|ja|
  tou aqui|ca|de volta|novo|regresso|outra|aqui vez? / aqui|ca estou|estamos|to|tou de? novo|volta|outra|
  novamente vez? / de volta|regresso do|da|ao|a? almoco|pausa|reuniao|trabalho|intervalo? / voltei do|da|ao|a|
  de|pra? almoco|pausa|reuniao|trabalho|intervalo|ca?
Q = @lo / @where continuamos|seguimos|retomamos|comecamos|continuo|recomecamos|retomo @past|@sep? / em|a que|
  qual|quantas pe|ponto|estado|quantas|situacao? esta|estao|estamos|anda|andamos|vamos|ficou|ficaram|estava|
  isso|anda? isso|tudo|@obj|coisas|as|o? coisas|trabalho|projeto|isso? / quanto|o quanto? ja|nos|a|que? gente?
  avancamos|falta|resta|avancou|fizemos|progredimos|progresso|temos fizemos|fazer|feito|para? fazer?
Q = o|q? que|q|qual|quais|quem e|foi|era|sao|seria|mais|ha|tem|faziam? o|a|os|as|que? ultima|ultimo|proximo|
  proxima|seguinte|proximos|proximas|que|nosso|ultimas|nossa @work|coisa|passo|coisas|@part|decisao? que|a|
  agora|para|de? @we2? gente? fizemos|fez|fiz|hoje|estavamos|falamos|estava|vimos|dar|decidimos? @part? @past|
  @sep? / o|e|mas|q? que|q @we2|@sep? gente? @we2|@sep? falta|faltava|vem|segue|resta|fazemos|faco|fizemos|fez|
  fiz|fizeste|faziamos|fazia|decidimos|decidiu|combinamos|temos|tenho|devemos|ha|estavamos|estava|estavas|
  tinhamos|trabalhamos|conseguimos|avancamos|vamos|ia|iamos|sobra|sobrou|ficou|tem|estou|foi|estamos|e|
  acordamos|definimos|tinha|falamos|vai|precisamos|podemos|preciso|concluimos|sera|fica @sep|a|para|que|por|
  decidido|agora|pra|depois|seguir|se|em|de|na|ser|nos|nosso|mais|mesmo|gente|seguida? @part|fazer|feito|
  fazendo|seguir|pendente|terminar|concluir|agora|depois|seguida|lista|frente|agenda|decidido|aberto|diante|ser|
  falta|por|plano|ainda? fazer|feito|terminar|concluir|@past|@sep|frente|lista|agora|falta|fazendo|concluido|
  pendente|a|seguir|aqui? fazer|@past|@sep? @past? / em|no|com|sobre|de que|que|q e|e? que? @we2? gente?
  estavamos|estava|trabalhavamos|trabalhamos|estavas|andavamos|ficamos|falavamos|estamos|paramos|trabalhava|
  mexendo @part|@sep? @part|@past|@sep? @past? / e|agora|entao agora|depois|entao o? que|q|agora? fazemos|vem|
  falta|vamos? fazer? / agora o que / que|quais|quantas|qual|quantos tarefas|coisas|passos|decisoes|decisao|
  tarefa|progresso ja|nos|a|ainda|que|mais? gente? faltam|restam|tomamos|falta|sobraram|temos|fizemos|ha|foram|
  tomou|estao|ficaram @past|@sep|tomadas|pendentes|abertas|por? fazer? / qual|como e|esta|estao|era|anda|andam|
  vai|vao|seria|foi|ficou|estamos|vamos|e o|a|as|nosso|nossa|isso|tudo|indo? @adj? estado|status|situacao|
  coisas|isso|plano|@work|progresso|andamento|tudo? atual|agora|do|ate|no|das|@past? @obj|momento|coisas|
  trabalho|agora? / como continuamos|prosseguimos|seguimos|ficamos|ficou / falta|resta|ha|ficou|tem|sobrou mais?
  alguma|algo|muito|ainda|mais|muita coisa|mais|por|pendente|para|tarefa? fazer|terminar|pendente|por? fazer? /
  onde e? que? ficou|estamos|vamos|estou|estao|parou isso|tudo|@obj|as? coisas? / voce|te|se lembra|lembras|
  lembro de|do|da? @lo|@obj|que|onde
gist = resumo|recap|status|estado|recapitulacao|sintese|panorama|atualizacao|balanco|progresso|apanhado|
  contexto|andamento|situacao|lembrete|resumao|resumir
W = da|me|faz|faca|de|dar|fazer|faz|preciso|quero|um|podes|pode|qual|mostra|mostre|fazes|manda|poderia|queria|
  vamos|de me|um|o|uma|dar|fazer|e|nos|mandar|fazer|de? me|um|o|uma|breve|rapido|nosso|pequeno? breve|rapido|
  pequeno|curto|rapida? @gist rapido|breve|rapida|curto|atual|geral|por|do|da|de|sobre|ate? do|da|de|sobre|
  favor|dos|das? @obj|estado|onde|o|tudo|projeto|coisas|@lo|@past|agora|trabalho|situacao|que? @lo|@past|ja|
  fizemos|foi? @lo|fizemos|feito|@past? @past? / @gist rapido|breve|atual|geral|do|da|de? @obj|@lo|tudo|o|
  situacao|projeto|que? @lo|@past|ja? fizemos? @past?
W = me atualiza|atualize|situa|situe|lembra|relembra ai|aqui|la|de? @lo|@obj|tudo? / me|pode|podes|faz|poderia|
  podias? me? lembra|lembre|lembrar|relembra|relembre|recorda|diz|diga|resume|resuma|resumir|recapitula|
  recapitule|recapitulemos|recapitular|atualiza|atualize|refresca|refresque|explica|conta|recapitulando|
  recordar|relembrar|dizer|poe|ponha|coloca|coloque|recordame|lembras|mostra|resumamos|situa me|nos|a|o|em|por|
  ao|de|brevemente|rapidamente|novamente|minha|pra? memoria|dia|par|favor|a|contexto|mim|tudo|rapidamente? de|
  do|sobre|com|da? @lo|@obj|@past|que|como|tudo? @lo|@past? @past? / o que perdi / poe|ponha|coloca me ao|a|em|
  no par|corrente|dia|contexto
W = e|bom|ok|entao|bem agora|depois|entao|proximo|seguinte|seguida|proxima que|passo|tarefa? / proximo|proxima|
  seguinte|seguir @work? / a seguir / e|entao|agora|ok agora|entao|o|depois que|proximo? / status|estado|
  pendencias|agora
F = por|favor|pf|pfv|obrigado|obrigada|ola|oi|oie|opa|bom|boa|dia|tarde|noite|bem|ok|pois|entao|e|mas|sim|claro|
  certo|pronto|perfeito|otimo|beleza|vamos|podemos|podes|pode|poderia|podias|podiamos|me|nos|te|a|que|gente|
  quero|queria|gostaria|agora|ja|de|novo|outra|vez|aqui|ca|la|desculpa|desculpe|perdao|claude|amigo|muito|tudo|
  tchau|hoje|eu|tu|voce|vc|so|deixa|apenas|excelente|legal|valeu|queremos|devemos|preciso|temos|tenho|prontos|
  sabes|com|ai|se|faz|isso|o|po|cara|rapido|rapidamente|juntos|ne|ta|blz|show|por|gentileza|joia|posso|vou|bora|
  hora|ei|bem|faca|fazer|estou|hey|tambem|simplesmente|seguida
F = @past / nao|me|ja me|lembro|sei|esqueci|nao|mais? lembro|sei|recordo|esqueci mais|bem|de|exatamente? /
  esqueci|esqueco me? de? / se|quando quiser|puder|puderes|quiseres|der|possivel|estiver pronto? / por favor /
  sem problema|problemas / como vai|estas|esta|vais / tudo bem|bom / a|minha|o|meu|caiu|perdi|houve|desculpa|
  tive|acabou|fui|fomos|sessao|desculpe|deu caiu|conexao|internet|ligacao|rede|luz|computador|sessao|wifi|vpn|
  foi|a|o|minha|interrompida|travou|terminal|reuniao|energia|queda|portatil|notebook|pc|interrompidos|
  interrompido|pau|de? a|o|foi|abaixo|caiu|de|interrompida|minha|que|travou? conexao|internet|ligacao|rede|luz|
  sessao|caiu|abaixo|travou|interrompida|falhou|reiniciou|desligou|reuniao|energia|desconectou|wifi|almocar|vpn|
  encerrou? / interrupcao|queda de? luz|energia|internet|rede? / desculpa|desculpe|perdao pela|pelo|a|o
  interrupcao|espera|demora|atraso|pausa
F = como combinado|planejado|planeado|antes
Q = como estamos|vamos|andamos|estao as? coisas? agora?
V = nao para|pare|pares
W = nos|a|gente? fomos|fui|foi|foste interrompidos|interrompido|interrompida|cortados|cortado|desconectados|
  desconectado
V = pronto|pronta|prontos|preparado|preparada para|pra @base
EVENT = cortou cortado cortados cortaram caimos interrompidos interrompida interromperam desconectados
  caiu travou reiniciei reiniciou almoco almocar cafe pausa reuniao feriado ferias queda interrompido
  interrompi interrupcao interrompeu interrompemos desconectou desconectei
  conexao internet wifi vpn luz energia notebook computador pc acidente engano querer compactacao compact
  cancelei bateria telefone morreu
TALK = bloqueios objetivo decisoes passos etapa ponto
WE = nos gente eu me estavamos paramos fizemos vamos temos estamos continuamos
HEART = falta faltam resta pendente pendentes proximo proximos passo passos progresso estado status resumo
  decidimos decidido plano ponto continuar seguir feito fazendo paramos fizemos
NOT = quanto quanta quantos quantas nao nunca sem quando se amanha depois porque
STOP = falhar teste testes texto nao nunca sem se quando ate depois antes enquanto botao botoes link laco loop
  erro erros excecao linha pagina ficheiro arquivo seguinte proximo proxima amanha logo segunda terca quarta
  quinta sexta sabado domingo deve deveria pode e esta sao estao clique iteracao elemento valor falha usuario
  que google pausa em
"""
