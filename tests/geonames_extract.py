"""A small extract in the format of a GeoNames dump, written by hand: the places are real, the ids and figures are examples."""

from __future__ import annotations

_ROWS = """\
163843|Syria|Syria|Syrian Arab Republic,Sūriyā,سوريا|35|38|A|PCLI|SY|00|16945057
170062|Aleppo Governorate|Aleppo Governorate|Aleppo,Halab,Muḩāfaz̧at Ḩalab|36.25|37.5|A|ADM1|SY|09|4045166
170063|Aleppo|Aleppo|Alep,Halab,Ḩalab,حلب|36.20124|37.16117|P|PPLA|SY|09|1602264
170792|Deir ez-Zor Governorate|Deir ez-Zor Governorate|Muhafazat Dayr az Zawr|35|40.5|A|ADM1|SY|07|1202000
170794|Deir ez-Zor|Deir ez-Zor|Dayr az Zawr,Deir Ezzor,دير الزور|35.33588|40.14084|P|PPLA|SY|07|242565
174448|Ālbū Kamāl|Albu Kamal|Abu Kamal,Al-Bukamal,البوكمال|34.45226|40.91854|P|PPLA2|SY|07|57572
174449|Abu Kamal District|Abu Kamal District|Al-Bukamal,Minţaqat Ālbū Kamāl|34.5|40.6|A|ADM2|SY|07|265142
174450|Al-Bukamal|Al-Bukamal||34.46|40.95|S|RSTN|SY|07|0
169000|Jayrūd|Jayrud|Jairoud,Jeiroud|33.80644|36.73998|P|PPLA3|SY|08|24219
169001|Jayrud|Jayrud||36.1|37.9|P|PPL|SY|09|0
172955|Ar Raqqah|Ar Raqqah|Raqqa,Rakka,الرقة|35.95283|39.00788|P|PPLA|SY|04|177636
172956|Raqqa Governorate|Raqqa Governorate|Ar-Raqqah,Muhafazat ar Raqqah|36|39|A|ADM1|SY|04|944000
168800|Jarābulus|Jarabulus|Djerablous|36.8175|38.01111|P|PPL|SY|09|11570
168801|Euphrates|Euphrates|Furat,الفرات|36.8|38|H|STM|SY|00|0
168802|Jabal ‘Abd al ‘Azīz|Jabal 'Abd al 'Aziz|Jebel Abdel Aziz|36.43|40.35|T|MT|SY|02|0
168803|Ḩamdān Military Airport|Hamdan Military Airport|Hamdan air base|34.4819|40.8975|S|AIRB|SY|07|0
168804|Old Palmyra|Old Palmyra|Palmyra|34.55|38.27|P|PPLH|SY|11|0
168805|Tadmur|Tadmur|Palmyra,Tadmor|34.56|38.28|P|PPLA2|SY|11|51323
99071|Iraq|Iraq|Republic of Iraq|33|44|A|PCLI|IQ|00|29671605
99592|Al Fallūjah|Al Fallujah|Fallujah,Faluja|33.34913|43.78599|P|PPL|IQ|01|190159
"""
"""id | name | asciiname | alternatenames | latitude | longitude | class | code | country | admin1 | population"""


def line(
    number: object, name: str, ascii_name: str, alternates: str, lat: object, lon: object,
    feature_class: str, code: str, country: str, admin1: str, population: object,
) -> str:  # fmt: skip
    """One row of the table, with the columns a dossier does not need filled as GeoNames does."""
    return "\t".join(
        [str(number), name, ascii_name, alternates, str(lat), str(lon), feature_class, code, country, "", admin1,
         "", "", "", str(population), "", "200", "Asia/Damascus", "2020-06-10"]
    )  # fmt: skip


EXTRACT = "".join(line(*row.split("|")) + "\n" for row in _ROWS.splitlines())
"""The text of the dump."""
