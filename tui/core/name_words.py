"""Words around names, as data: articles, titles, links of descent, generic words of places and organisations.

All folded and in Latin letters. Tables only; `tui.core.name_parts` uses them.
"""

from __future__ import annotations


def _all(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


def _each(**groups: str) -> dict[str, str]:
    return {word: meaning for meaning, listed in groups.items() for word in listed.split()}


ARTICLES = _all("al el ul il l the as ash es esh ech ach at et ath eth ar er an en az ez ad ed adh edh ud ur us uz")
"""The Arabic article in its spellings, before the sun letters too, and the English one."""
DESCENT = _all("ben bin ibn bint ould walad bn b ebn wuld veld")
"""Links of descent: they say whose child, and are left out as often as written."""
KUNYA = _each(abu="abu abou aboo abo abi abul aboul abil", bu="albu bu", um="umm oumm um oum om")
"""Words that make one name with the next."""
SERVANT = _all("abd abdul abdal abdel abdol abdoul abdu abdur abdus abdil abdou")
FAITH = _all("din deen dine eddine eddin uddin eldin udin dyn aldyn")
"""The end of names like Nur al-Din."""
GOD = _all("allah ullah ollah alah lh allh")
"""The end of names like Sayf Allah."""
TITLES = _all(
    "mr mrs ms dr prof professor sir lord eng engineer gen general col colonel maj major capt captain lt lieutenant "
    "cpl corporal sgt sergeant brig brigadier adm admiral commander cmdr chief president minister premier "
    "spokesman spokeswoman spokesperson leader deputy ambassador senator governor mayor judge king prince emir amir "
    "ameer sheikh shaykh sheik shaikh cheikh shekh sheick mullah mulla molla mawlawi maulavi maulawi mowlavi moulavi "
    "molvi maulvi maulana mawlana haji hajji hajj haj hadji alhaj ayatollah imam sayyid sayed sayyed seyyed syed "
    "saiyid qari hafiz ustad ustaz mufti jr junior sr commandant rais his her excellency hajim shah pm mp sen gov rep "
    "secretary congressman congresswoman"
)
"""Titles and ranks before a person's name. Most are names as well, so only leading ones are dropped."""
OFFICES = _all(
    "foreign prime defence defense interior health finance justice education transport energy home vice first acting former "
    "interim army police military government state chief deputy assistant under secretary spokes press"
)
"""Words that make an office with a title behind them ("foreign minister"), and mean nothing about a name alone."""
GENERATIONS = _each(younger="jr junior filho", elder="sr senior", second="ii 2nd", third="iii 3rd", fourth="iv 4th")
"""Words after a person's name that tell it from a namesake's."""
COMMON = _all(
    "muhammad mohammad mohammed mohamed muhammed mohamad muhamad mohamud mehmet mohd ahmad ahmed ali hassan hasan "
    "hussein husayn hussain hossein husain abdlah ibrahim mahmud mahmoud mahmood khalid khaled omar umar "
    "yusuf yousef youssef saleh salih said saeed mustafa hamid khan jan ismail sulayman suleiman musa kim ri "
    "jamal karim rahman rashid nasir hamad salim salem"
)
"""Given names so frequent in the region that meeting in them says little."""
PLACE_TYPES = _all(
    "nahiyat nahiyah nahiye nahia naahiyat qaryat qarya qaryah qada qadaa qadha muhafazat muhafazah mintaqat district "
    "subdistrict sub city town village governorate province region municipality of mudiriyat imarat madinat markaz "
    "qd nhy qry mdynh"
)
"""What kind of place it is: left out as often as written."""
PLACE_GENERIC = _all(
    "tall tell tel til tal tepe jabal jebel djebel gabal dayr deir der ayn ain ein oum khirbat khirbet kherbet "
    "khirbah kherbat wadi bayt beit bait kfar kafr kafar shaykh sheikh nahr qalat qalaat bani beni hajj hayy hay ras "
    "kani kan chah gund bir beir burj borj qasr kasr umm abu ard arab mazraat"
)
"""Generic first words of place names: half the map shares them."""
DIRECTIONS = _each(
    north="north northern shamali shimali chamali shamaliyah",
    south="south southern janubi janoubi jnoubi janubiyah",
    east="east eastern sharqi sharqiyah charqi charqiye sharqiya sharki",
    west="west western gharbi gharbiyah rharbi gharbiye gharbiya garbi",
    upper="upper fawqani fouqani faouqani ulya ulyawi fawqa fawqaniyah foqani",
    lower="lower tahtani sufla asfal tahta tahtaniyah",
    great="great kabir kabirah kebir kebire kabira",
    small="small little saghir saghirah sghir srhir saghira",
)
"""Words that tell two neighbouring places apart."""
ORG_WORDS = _each(
    army="jaysh jaish jeish geish djeich lashkar army armee جيش",
    front="jabhat jabhah jabha jebhat front جبهة",
    party="hizb hezb party parti حزب",
    brigade="liwa brigade brigades kataib katibat katibah katiba battalion battalions battalion saraya لواء لوا كتائب كتيبة سرايا",
    movement="harakat haraka harakah harkat movement mouvement tehrik tahrik حركة",
    supporters="ansar ansaru supporters partisans followers devotees helpers sympathizers انصار",
    soldiers="jund jundul soldiers jond جند جنود",
    state="dawla dawlah dawlat state doula etat دولة",
    islamic="islami islamiya islamiyya islamiyah islamiyyah islamia islamic islamique islamiyye islamiyat islamist "
    "islamiste اسلامي اسلامية",
    youth="shabab shabaab chabab youth شباب",
    fighters="mujahid mujahidin mujahideen mujahedin mujahedeen mujaahidiin mujahidiin modjahedin mudjahidin warriors "
    "مجاهدين مجاهدون",
    group="jamaat jamaa jamaah jemaah jamaatu jamaatul jama group groupe grouping جماعة مجموعة",
    society="jamiat jamiyat jamiyah jamia jamiya society association جمعية",
    organization="tanzim organization organisation munazzamat munazama munadhamat tandhim تنظيم منظمة",
    foundation="muassasat muassasah muassasa mouassasat foundation establishment stichting fondation bonyad مؤسسة موسسة",
    law="sharia shariah charia shariat شريعة",
    revolution="thawra thawrah revolution revolutionary ثورة",
    liberation="tahrir liberation تحرير",
    levant="sham cham levant شام",
    martyrs="shuhada chouhada martyrs martyr شهدا شهداء",
    syria="suriya souriya suriyya syria syrian suri سوريا سورية سوري",
    new="jadid jadida new جديد",
    national="watani wataniya national وطني وطنية",
    iraq="iraq irak iraqi عراق",
    palestine="filastin palestine palestinian palestiniens palestinians فلسطين",
    tunisia="tunis tunisia tunisian tunisien تونس",
    morocco="maroc morocco moroccan marocain",
    libya="libya libyan libiya ليبيا",
    indonesia="indonesia indonesian",
    korea="korea korean",
    iran="iran iranian irani",
    combatant="combatant combattant fighting muqatila مقاتلة",
    forces="forces force quwwat قوات",
    peninsula="jazira jazirat peninsula جزيرة",
    maghreb="maghreb maghrib مغرب",
    east="sharq mashriq",
    armed="musallah musallaha armed arme مسلحة",
    charity="khayriyya khayriya khayriyah khayria khairiya charity charitable bienfaisance benevolent benevolence خيرية",
    network="shabakat shabaka network شبكة شبكه",
    company="sharikat shirkat company co corp corporation شركة",
    exchange="sarafi exchange sarrafi",
    yemen="yemen يمن",
)
"""Words of organisations that are written translated or not ("Jaysh", "Army"): one word for each meaning."""
ORG_GENERIC = _all(
    "ltd limited llc inc co corp corporation company companies group sal sarl plc gmbh sa pjs pjsc bsc est joint venture "
    "organization org foundation society institute trading general industries industry international national and of "
    "for in de des et la le du fi wa branch office center centre department committee council movement party front army "
    "brigade network commercial import export services service trade enterprise enterprises bank university ministry "
    "islamic money exchange trust agency state air airlines shipping development investment travel lil bi"
)
"""Words of organisations that many share: legal forms, kinds, little words."""
LEGAL_FORMS = _all("ltd limited llc inc co corp corporation company sal sarl plc gmbh sa pjs pjsc bsc est lda")
"""Legal forms: acronyms skip them."""
LITTLE = _all("and of for the in de des et la le du fi wa a an on to with by al el ul ad e i")
"""Words that acronyms skip."""
