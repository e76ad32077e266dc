"""Words around names, as data: articles, titles, links of descent, generic words of places and organisations.

All folded and in Latin letters. Tables only; `tui.core.name_parts` uses them.
"""

from __future__ import annotations

ARTICLES = frozenset(
    "al el ul il l the as ash es esh ech ach at et ath eth ar er an en az ez ad ed adh edh ud ur us uz".split()
)
"""The Arabic article in its spellings, before the sun letters too, and the English one."""
DESCENT = frozenset("ben bin ibn bint ould walad bn b ebn".split())
"""Links of descent: they say whose child, and are left out as often as written."""
KUNYA = {"abu": "abu", "abou": "abu", "aboo": "abu", "abo": "abu", "abi": "abu", "albu": "albu", "umm": "um",
         "oumm": "um", "um": "um", "oum": "um", "om": "um"}  # fmt: skip
"""Words that make one name with the next."""
SERVANT = frozenset("abd abdul abdal abdel abdol abdoul abdu abdur abdus abd".split())
TITLES = frozenset(
    "mr mrs ms dr prof professor sir lord eng engineer gen general col colonel maj major capt captain lt lieutenant "
    "cpl corporal sgt sergeant brig brigadier adm admiral commander cmdr chief president minister premier "
    "spokesman spokeswoman spokesperson leader deputy ambassador senator governor mayor judge king prince emir amir "
    "sheikh shaykh sheik shaikh cheikh shekh sheick mullah mulla molla mawlawi maulavi maulawi mowlavi moulavi molvi "
    "maulana mawlana maulvi haji hajji hajj haj hadji alhaj ayatollah imam sayyid sayed sayyed seyyed syed said "
    "qari hafiz ustad ustaz us mufti jr senior junior sr commandant rais his her excellency".split()
)
"""Titles and ranks before (or after) a person's name."""
COMMON = frozenset(
    "muhammad mohammad mohammed mohamed muhammed mohamad muhamad mohamud mehmet mohd ahmad ahmed ali hassan hasan "
    "hussein husayn hussain hossein husain abdullah abdallah ibrahim mahmud mahmoud mahmood khalid khaled omar umar "
    "yusuf yousef youssef saleh salih said saeed mustafa hamid khan jan ismail sulayman suleiman musa kim ri "
    "abdulrahman jamal karim rahman rashid nasir hamad salim salem".split()
)
"""Given names so frequent in the region that meeting in them says little."""
PLACE_TYPES = frozenset(
    "nahiyat nahiyah nahiye nahia naahiyat qaryat qarya qaryah qada qadaa qadha muhafazat muhafazah mintaqat district "
    "subdistrict sub city town village governorate province region municipality of mudiriyat imarat city "
    "madinat markaz".split()
)
"""What kind of place it is: left out as often as written."""
PLACE_GENERIC = frozenset(
    "tall tell tel til tal tepe jabal jebel djebel gabal dayr deir der ayn ain ein oum khirbat khirbet kherbet "
    "khirbah kherbat wadi bayt beit bait kafr kafar shaykh sheikh nahr qalat qalaat bani beni hajj hayy hay ras kani kan "
    "chah gund bir beir burj borj qasr kasr umm abu ard arab mazraat mazra'at".split()
)
"""Generic first words of place names: half the map shares them."""
DIRECTIONS = {
    "north": "north", "northern": "north", "shamali": "north", "shimali": "north", "chamali": "north",
    "south": "south", "southern": "south", "janubi": "south", "janoubi": "south", "jnoubi": "south",
    "east": "east", "eastern": "east", "sharqi": "east", "sharqiyah": "east", "charqi": "east", "charqiye": "east",
    "west": "west", "western": "west", "gharbi": "west", "gharbiyah": "west", "rharbi": "west", "gharbiye": "west",
    "upper": "upper", "fawqani": "upper", "fouqani": "upper", "faouqani": "upper", "ulya": "upper", "ulyawi": "upper",
    "lower": "lower", "tahtani": "lower", "sufla": "lower", "asfal": "lower",
    "kabir": "great", "kabirah": "great", "kebir": "great", "kebire": "great", "great": "great",
    "saghir": "small", "saghirah": "small", "sghir": "small", "srhir": "small", "little": "small",
}  # fmt: skip
"""Words that tell two neighbouring places apart."""
ORG_GENERIC = frozenset(
    "ltd limited llc inc co corp corporation company companies group sal sarl plc gmbh sa pjs pjsc bsc est "
    "organization organisation org association foundation society institute establishment trading general "
    "industries industry international national and of for the in de des et la le du fi wa branch office center "
    "centre department committee council movement party front army brigade brigades network commercial import export "
    "services service trade enterprise enterprises joint venture bank university ministry harakat jamaat jamiat "
    "islamic company'".split()
)
"""Words of organisations that many share: legal forms, kinds, little words."""
LITTLE = frozenset("and of for the in de des et la le du fi wa a an on to with by al el ul".split())
"""Words that acronyms skip."""
