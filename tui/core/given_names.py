"""Given names that share their consonants and are different names: Hasan and Husayn, Muhammad and Mahmud.

Data only. Each line is one name in its usual spellings, folded; two words of different lines are not one name, however
alike. Words that may be either of two names ("Mohamud") stand on no line.
"""

from __future__ import annotations

_LINES = """
muhammad mohammad mohammed mohamed muhammed mohamad muhamad muhamed mehmet mehmed mohd magomed محمد
mahmud mahmoud mahmood mehmood محمود
ahmad ahmed akhmad akhmed achmad احمد
hamid hamed hameed حامد حميد
hamad hammad حمد حماد
hamdan حمدان
hamdi حمدي
hasan hassan hassane حسن
husayn hussein hussain hossein husain husein hoseyn hosein houssein حسين
ali aly علي
khalid khaled خالد
khalil khaleel خليل
umar omar omer عمر
amir ameer امير عامر
ammar عمار
amr عمرو
yusuf yousef youssef yousif yusef yusif youcef يوسف
yunus younis yunis younes يونس
yasin yassin yaseen yassine ياسين
yasir yasser ياسر
salih saleh صالح
salah صلاح
salim salem saleem سالم سليم
salam سلام
salman سلمان
sulayman suleiman soliman sulaiman suleyman soleiman soleimani sulaymani سليمان
said saeed saied سعيد
saad sad سعد
saud saoud سعود
musa mousa moussa موسي
isa issa eisa عيسي
karim kareem كريم
akram اكرم
jamal djamel gamal جمال
jamil jameel جميل
rashid rasheed rachid rashed راشد رشيد
rashad رشاد
nasir nasser naser ناصر
nasr نصر
walid waleed وليد
majid majed ماجد مجيد
amjad امجد
bashir basheer بشير
bashar bachar بشار
samir sameer سمير
sami سامي
jabir jaber جابر
jabbar جبار
mahdi mehdi مهدي
hadi هادي
zayd zaid زيد
ziyad ziad زياد
yazid يزيد
hisham hicham هشام
hashim hashem هاشم
amin ameen امين
iman ايمان
munir mounir منير
manar منار
tahir taher طاهر
nabil نبيل
nabhan نبهان
kamal كمال
kamil kamel كامل
faris fares فارس
firas فراس
zahir zaher ظاهر زاهر
zuhayr zuhair زهير
"""

GIVEN: dict[str, int] = {word: number for number, line in enumerate(_LINES.split("\n")) for word in line.split()}
"""Folded word -> the name it is a spelling of."""
