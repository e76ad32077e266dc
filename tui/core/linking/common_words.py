"""How common words are in news at large: in a dossier of thirty reports "hospital" stands once or twice and is not rare for that.

Share of the articles of three kinds of news (local US news, world news, the Syrian war) that use a word at all, the middle
of the three, rounded to four classes. Counted in the corpora GVA, ECB+ and FA-KES. Words as `words.terms` writes them.
"""

from __future__ import annotations

_CLASSES: dict[float, str] = {
    0.32: """
        according another around day injured killed last near new people police right three time year
    """,
    0.16: """
        against area arrested away back between building call called came car center children city court dead death died
        down during early east family fire fired first five found four friday front going head hit home hospital hour
        including information it killing later least left live local made man many member million monday month morning
        murder neighborhood night north off office officer official old other place president released report reported
        road saturday say second several shooting shot since south state statement still street sunday through thursday
        took tuesday under vehicle wednesday week well went wounded
    """,
    0.08: """
        across added along already announced arrest asked assault attack attorney authoritie began behind believed block
        both broke career case caused central charge charged chief child close come condition confirmed contact continue
        copyright country county crime critical damage degree department described director district door dozen due
        earlier effort eight end entered even expected face few firing following further go good got government group
        gun hand held help here high himself house however immediately incident injurie inside international
        investigation know known large late law led life line little located long lost lot make medical men mile minute
        mother name nation nearby need never next number once outside own part party past person photo pm point possible
        posted press prosecutor public published pulled put read received record related release remain reporter
        resident run running same saw saying scene school security see seen service set seven should show side six
        source spokesman started stop store struck suffered suspect take taken thing think third thought today toward
        tried trying until updated used very victim video want watch way weapon west whether white without woman women
        work worker working world yet
    """,
    0.04: """
        able accident accused act action adding addition afternoon age agencie agency ago agreed alleged allegedly alway
        am among anti anyone anything ap apartment apparently appear appeared arm armed arrived associated attacked
        attempt attempted available avenue avoid bad based battle become believe best better biggest black blood bodie
        body bomb boy bring brother brought bullet business campaign capital captured care carried carrying caught cause
        check church claim clear closed club college coming comment committee community completely complex conference
        connection considered continued control convicted count couple crew criminal crowd currently custody cut damaged
        date daughter deal declined defense democratic deputy despite destroyed detail determine different doing drive
        driver driving dropped drove each election else emergency ended erupted estimated evening event every everyone
        fact failed familie far father feel fell field fight figure film find fled floor follow foot forced forward
        fourth friend full game gang gave general getting girl give ground guilty guy happen happened hard having he
        headquarter health heard hearing heart helicopter helped history hold holding homicide hotel huge hundred hurt
        identified image injury interview investigator involved issued jail judge justice keep key kill knew latest lead
        leading leave leaving let likely listed lived living loaded location look looking loss main major managed mark
        material measure media middle might miss money moved much multiple nearly network nine non northwest nothing
        occurred oil ongoing open opened operation overnight page partner patrol percent phone picture play playing
        policy political position post power prayer previou prior prison private problem process protest provide quarter
        ran re really recent recently recovered red remaining reportedly rescue responded result returned rifle room
        round route rule rushed safety scheduled score search secretary sent separate serie seriou shell sheriff short
        shortly showed sign sister site situation small smith someone something son soon southern spent spokeswoman
        staff standing station stay step stopped story student suicide support sure suspected taking talk target
        targeted team teenager television ten term that there though thousand too total town treated treatment trial
        turned tv unclear unit united university update upon use using village violence walked walking wanted website
        weekend whose why wife william window within witness witnesse word worked worth wounding yard young zone
    """,
}
COMMON: dict[str, float] = {word: share for share, words in _CLASSES.items() for word in words.split()}
"""Word -> share of articles that use it."""
