"""The words by which people pick up the work again, in lower case and without accents; one module a language.

CUES are what a prompt must hold at least one of to be looked at in a language, as typed (bytes; only ASCII letters
may differ in case; `*` is anything between). scripts/make_cues makes hooks/cues.sh of them: the shell looks first.
"""

from __future__ import annotations

# languages that are covered with a grammar's phrases, and those that are covered with spans of letters
PHRASED = ("en", "de", "fr", "es", "pt", "it", "sv", "nl", "ru")
SPANNED = ("zh", "ja", "ko")

# a clause after a core that begins with one of these is a rider ("continue, but skip the tests")
BUT = frozenset(("but", "aber", "mais", "pero", "mas", "ma", "men", "maar", "но"))
# a clause before a question that begins with one of these tells about the person ("I was ill, where were we?")
ME = " i im ive my we sorry just ich mein meine war je j mon ma desole yo mi estuve perdon eu meu minha desculpa "
ME += "io ero scusa jag min forlat ik mijn я мои моя был была извини прости "

# a word that leads on from what happened to what is asked for ("my laptop died so please go on")
LEAD = " so please pls lets can could where what now bitte also wo lass konnen kannst alors donc on ou tu peux "
LEAD += "asi por donde sigue puedes entao onde pode vamos quindi allora dove puoi sa var kan lat dus waar laten "
LEAD += "поэтому давай где "
# little words of one of the languages alone: where one is, the others need not be tried
MARKS = {
    "en": "the and what where with this that you your my are were which of",
    "de": "der und ist nicht wir ich mit zum eine einen bitte auf fur",
    "fr": "nous vous avec pour dans une et est stp",
    "es": "el las donde hay",
    "pt": "em nao uma com voce pra onde ao",
    "it": "gli di della nel non dove abbiamo siamo alla",
    "sv": "och jag att det inte av",
    "nl": "het een ik niet van met zijn wat waar",
}

# what people of every language type between their own words
COMMON = """
F = ok|okay|okey|k|kk|claude|hi|hey|hello|hallo|yo|lol|haha|hm|hmm|hmmm|um|uh|oh|ah|eh|sorry|pls|plz|merci|thx
"""

CUES: dict[str, tuple[str, ...]] = {
    "en": (
        "bakc",
        "cut o", "cuto", "got cu", "'ve ret", "ive ret", "ave ret", "turned", "sconn",
        "abck", "bcak",
        "uct o", "nterr", "upted", "rpted", "discon",
        "what's", "arry on", "carr", "cary", "crar", "acrry", "proc", "prco", "prce", "proe", "ocee", "whats",
        "nxt", "keepg", "kepe", "sume", "esum", "resu", "reus", "rsum", "resm", "reum", "tinu", "ontin",
        "cotin", "cnot", "prec", "pocee", "oceed", "porcee", "after that", "today", "to be done", "l be done",
        "do now", "do first", "how are", "how is", "how's", "far along", "anything else", "what else", "do we",
        "do i ", "middle", "wrap", "plan", "decision", "where do", "roll", "priorit", "stepped", "stuff",
        "tell me", "whered", "where'd", "doing next", "still need", "cont", "inue", "conitnue", "resum",
        "esume", "rseume", "resmue", "proce", "carry", "go on", "go ahead", "goon", "keep", "going", "pick",
        "left", "leave", "where w", "were we", "where*we", "where*stand", "what*next", "whats next", "next",
        "back", "catch", "speed", "recap", "status", "remain", "so far", "remind", "decide", "what did we",
        "what have we", "what were", "what was", "last", "and then", "then what", "now what", "what now",
        "progress", "summar", "stand", "move on", "agenda", "refresh", "fill me", "finish", "crack on", "doing",
        "get going", "to do", "todo", "where*stop", "how far", "press on", "where am i", "where was i",
        "where are we", "where*i ", "ahead", "what's open", "still open", "pending", "outstanding", "forward",
        "onward", "where things", "and now", "i miss", "we miss", "on our plate", "on my plate", "wer we",
        "wher", "get on", "state of", "short version", "conitn", "procc", "keeep", "lets do", "where * get",
        "let's go", "lets go", "let's do", "update", "working on", "to date", "tl;dr", "tldr",
        "blocke", "night", "don't stop", "dont stop", "before we", "open q", "while i", "urgent", "sterday",
    ),
    "de": (
        "nun", "unterb", "ochen", "getren", "schnitten",
        "wo w", "waren", "awren", "warn", "weiter", "wieter", "weietr", "weier", "witer", "fortsetz", "fortf",
        "fahr* fort", "fahre", "fort", "wo *war", "wo *sind", "wo *steh", "wo *bin", "aufgeh", "wei", "zuletzt",
        "stehen", "steh", "wieder", "zur*ck", "stand", "status", "bisher", "gemacht", "erinner", "zusammenfass",
        "fass", "noch", "als n", "n*chste", "letzte", "dran", "jetzt", "los", "ging", "geht", "mach",
        "entschieden", "beschlossen", "fehlt", "offen", "arbeite",
    ),
    "fr": (
        "coupÉ",
        "coupe", "rompu", "qui suit", "connecté", "connectes",
        "oupé", "nterr",
        "en ét", "en et", "où en", "ou en", "repr", "rpren", "prens", "enon", "nons", "nitn", "cont", "nu*ons",
        "tinue", "repren", "repri", "repern", "rerpen", "enons", "enez", "nous*tio", "derni", "quoi", "poursui",
        "suite", "tions", "tais", "tait", "r*cap", "en est", "en sommes", "o*en est", "de retour", "revoi",
        "revenu", "maintenant", "faisait", "faisions", "recap", "capitul", "r*sum", "reste", "rappel",
        "prochain", "avance", "vas-y", "vas y", "vasy", "allons", "point", "fait", "statut", "faire", "ensuite",
        "apr", "suivant", "progr", "remet", "remis", "cid", "arr*t*", "laiss", "bilan", "où on", "ou on",
        "allez", "avan", "encore", "roule", "boulot",
    ),
    "es": (
        "cort", "rrump", "onect", "nos c", "nos i", "cay", "fuimos", "nterr",
        "nitn", "sigam", "siga", "gamos", "amos", "mo vamos", "mo estamos", "mo va", "tal vamos", "a ver",
        "siguientes", "al d", "ponm", "ponga", "cont", "continu", "reto", "conit", "inua", "nuar", "sig",
        "segu", "retom", "reanud", "d*nde", "donde", "nde est", "bamos", "volv", "vuelt", "regres", "qued",
        "dejamos", "dejaste", "dejar", "paso", "ahora qu", "falta", "pendiente", "resum", "recap", "recu",
        "adelante", "estaba", "hemos hecho", "hicimos", "hecho", "resta", "estado", "llega", "avan", "ahora",
        "luego", "despu", "decid", "toca", "sal", "trabaja", "prosig", "proxi", "pr*x", "aqu", "dale", "haci",
        "parad", "progreso", "punto", "viene", "acord", "hab", "desde",
    ),
    "pt": (
        "cort", "rromp", "onect", "fomos", "nterr", "faze", "zemos", "hegue", "cheg", "regress",
        "gressei",
        "nitn", "mo estamos", "mo vamos", "tudo at", "a gente", "que parte", "que etapa", "cont", "cotn",
        "cotin", "conit", "tinua", "atualiz", "a partir", "me atu", "inua", "nuar", "seg", "sig", "prosseg",
        "retom", "onde", "paramos", "parou", "parei", "volte", "volta", "pr*xim", "proxim", "passo", "falta",
        "resum", "recap", "lembr", "frente", "fazer", "fazendo", "feito", "fizemos", "pendente", "e agora",
        "vem", "depois", "resta", "status", "p* em que", "ponto", "ficamos", "est*vamos", "estavamos", "decid",
        "andam", "andav", "adiante", "toca", "bora", "diante", "avan", "progress",
    ),
    "it": (
        "facciam",
        "rrott", "terro", "nterr", "onness", "cciamo", "nuovo", "i nuo", "linea", "caduta",
        "nitn", "cont", "conit", "cotin", "inua", "nuia", "prosegu", "procedi", "proced", "ripren", "riparti",
        "dove *rav", "dov", "rimast", "fermati", "fermato", "avanti", "torna", "eccom", "rieccom", "prossim",
        "passo", "manca", "resta", "riassu", "riepilog", "recap", "ricord", "adesso", "e ora", "ora ", "fatto",
        "facendo", "facevamo", "punto", "stato", "deciso", "lavor", "viene", "dopo", "fare", "vai", "finor",
        "finia", "finis", "status", "ecco", "successiv", "e poi", "ora poi", "stavamo", "ravamo", "siamo",
        "indietro", "aggiorn", "ora?", "si ri", "ripr",
    ),
    "sv": (
        "näst", "nast", "bröts", "brots", "brÖts", "sa nu", "så nu",
        "avbr", "brut", "bortk", "kopplad", "och nu", "nÄst", "kÖr", "igÅng",
        "fort", "fots", "fors", "frts", "fotr", "frot", "ofrt", "var v", "h*rn*st", "vad ska vi", "vad g*r vi",
        "hur g*r", "hur ligger", "ll vi", "ll du", "ll jag", "redo", "tar vid", "tar upp", "slut", "forts",
        "orts*tt", "vidare", "var *vi", "var slut", "slutade", "tillbaka", "nästa", "nasta",
        "kvar", "terst", "h*ll vi", "jobba", "gjort", "gjorde", "hittills", "sammanfat", "p*minn", "minn",
        "status", "k*r p", "kör", "kor ", "kom vi", "l*get", "nu?", "vad nu", "h*nder", "g*r vi", "gör vi",
        "terupp", "igen", "st*r vi", "ta vid", "best*m", "jag var", "igång", "var var", "var *r",
    ),
    "nl": (
        "ebroken", "rbroken", "op het pro",
        "beurt",
        "gebro", "afgek", "gekapt", "koppel", "doen we", "hierna",
        "waar", "aren w", "verd", "vered", "erder", "onderbr", "werk", "aan het doen", "verder", "vreder",
        "verdr", "doorgaan", "door", "hervat", "waar w", "waar z", "waar b", "waar s", "waar h", "waar st",
        "waren we", "zijn we", "gebleven", "terug", "volgende", "wat nu", "en nu", "gedaan", "bezig", "moet",
        "samenvat", "herinner", "status", "stand", "over", "voort", "vervolg", "resteert", "besloten", "weer",
        "pak", "ga ", "hoe ver", "nog", "laatst", "gestopt", "tot nu", "ben ik", "ik ben", "recap", "volgt",
        "gaan we", "kom", "praat", "waarmee", "waaraan", "hoe s", "we ervoor",
    ),
    "ru": (
        "нас", "Нас", "НАС", "рервал", "нова", "НОВА", "еперь", "ЕПЕРЬ", "десь", "ДЕСЬ", "ЕЙЧАС", "Тут",
        "ТУТ", "ТАМ", "ГДЕ", "черед", "ЧЕРЕД", "тключи", "опять", "Опять", "ОПЯТЬ",
        "олж", "ОЛЖ", "родо", "лжа", "должа", "одлжа", "долаж", "мы о", "где", "родолж", "РОДОЛЖ", "прод",
        "Прод", "ПРОД", "план", "План", "родож", "рдолж", "одолж", "должи", "альше", "АЛЬШЕ", "алше", "дальш",
        "станови", "СТАНОВИ", "ернулс", "ернулась", "ернемся", "ернёмся", "ЕРНУЛ", "ерн", "где мы", "Где мы",
        "ГДЕ МЫ", "апомни", "АПОМНИ", "то мы", "ТО МЫ", "делали", "ДЕЛАЛИ", "сталось", "СТАЛОСЬ", "ледующ",
        "ЛЕДУЮЩ", "то теперь", "ТО ТЕПЕРЬ", "оехали", "ОЕХАЛИ", "анимались", "тог", "ТОГ", "татус", "ТАТУС",
        "озобнов", "ОЗОБНОВ", "резюмир", "водк", "ешили", "абот", "АБОТ", "лучилось", "остои", "остоян",
        "ратко", "рогресс", "чём", "чем", "ЧЁМ", "ЧЕМ", "сделано", "сделали", "СДЕЛА", "ейчас", "снова", "тут",
        "теперь", "теперЬ", "там", "обрались", "возвра", "озвра", "ела", "ерейд", "опрос", "идём", "идем",
        "Идём", "Идем", "ИДЁМ", "ИДЕМ", "оговори", "ошли", "перед", "ПЕРЕД", "здесь", "бсужд", "аверш", "аконч",
        "кончи", "обсуд", "лан", "икл", "кажи", "аствуй", "быстр", "курс", "амят", "зюме", "роверь",
        "одыт", "ОДЫТ",
    ),
    "zh": (
        "断了", "断开", "断线", "中断",
        "下面", "我来", "我來", "我们在哪", "我們在哪", "打断", "打斷", "斷", "地方",
        "还有", "還有", "哪些", "继续", "繼續", "接着", "接著", "接下", "下一步", "到哪", "哪了", "哪里",
        "哪儿", "哪裡", "哪一步", "回来", "回來", "上次", "进度", "進度", "还剩", "還剩", "剩下", "总结",
        "總結", "提醒", "恢复", "恢復", "做了什么", "做了什麼", "在做什么", "在做什麼", "还有什么", "還有什麼",
        "往下", "刚才", "剛才", "然后", "然後", "说到", "下一个", "进展", "進展", "现在", "現在", "干什么",
        "干嘛", "决定", "決定", "昨天", "回顾", "之前", "状态", "狀態", "状况", "情况", "情況", "下去", "完成",
        "开工", "開工", "做什么", "回归", "我在", "停", "干活", "什么来着", "概括", "汇报",
    ),
    "ja": (
        "帰っ", "途切",
        "これから", "どうし", "どうす", "どう", "何や", "なんだ", "続", "つづ", "再開", "どこまで", "どこから",
        "どこ", "次は", "次に", "次の", "次、", "次", "戻", "もど", "ただいま", "何を", "何し", "何の",
        "なにを", "進捗", "残り", "残って", "まとめ", "これまで", "前回", "さっき", "進め", "状況",
        "やったっけ", "教えて", "何だっけ", "決め", "決ま", "今どこ", "思い出", "おさらい", "要約", "振り返",
        "やり", "つぎ", "なに", "中断", "途中", "何が", "昨日", "復帰", "再", "今", "いこう", "ステータス",
        "やること", "進行", "行こう", "サマリ", "リマインド", "どうな",
    ),
    "ko": (
        "끊겼",
        "계속", "이어서", "이어", "어디까지", "어디서", "어디", "다음", "돌아왔", "돌아옴", "왔어", "왔습",
        "다시 시작", "재개", "남은", "남았", "지금까지", "하고 있었", "하던", "요약", "진행", "상황", "이제 뭐",
        "뭐 하", "뭐하", "뭘 하", "했지", "정리", "마저", "무엇을", "알려", "뭐였", "했더라", "다시 하", "현황",
        "복귀", "결정", "상기", "그래서", "뭐 했", "뭐했", "뭐 남", "시작하", "할 일", "어제", "상태", "멈춘",
        "끊긴", "하자", "컴백", "가자", "했었", "마무리",
    ),
}  # fmt: skip
