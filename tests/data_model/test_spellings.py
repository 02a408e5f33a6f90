"""One key for the spellings of a name."""

from __future__ import annotations

import pytest

from data_model import names
from data_model.spellings import Spellings, fold_name, name_key, surname_key


@pytest.mark.parametrize(
    "spellings",
    [
        ("Alexander Lukashenko", "Aliaksandr Lukashenka", "Александр Лукашенко", "Aleksandr Loukachenko"),
        ("Yury Ushakov", "Yuriy Ushakov", "Юрий Ушаков", "Iouri Ouchakov"),
        ("Sirojiddin Muhriddin", "Sirojiddin Mukhriddin", "Сироджиддин Мухриддин"),
        ("Emomali Rahmon", "Emomali Rakhmon", "Эмомали Рахмон"),
        ("Volodymyr Zelensky", "Volodymyr Zelenskyy", "Володимир Зеленський"),
    ],
)
def test_spellings_share_a_key(spellings):
    assert len({surname_key(name) for name in spellings}) == 1, {name: name_key(name) for name in spellings}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sergey Lavrov", "Sergey Lebedev"), ("Vladimir Putin", "Vladimir Plotnikov"),
        ("Xi Jinping", "Wang Yi"),
        ("Ilham Aliyev", "Heydar Aliyev"), ("Chen Li", "Chen Wu"), ("Ban Ki-moon", "Park Geun-hye"),
    ],
)  # fmt: skip
def test_other_names_do_not(one, other):
    assert name_key(one) != name_key(other)


def test_what_has_no_letters_is_known_by_itself():
    assert (fold_name("—"), name_key("—"), surname_key("—")) == ("", "—", "")
    assert fold_name("Кот-д’Ивуар") == "kot divuar"


# Key -> spellings in three alphabets and more under which one searches.
PEOPLE = {
    "alexander-lukashenko": "Lukashenko Lukashenka Лукашенко Лукашэнка Lukaschenko Loukachenko",
    "vladimir-putin": "Putin Путин Poutine Путін",
    "volodymyr-zelenskyy": "Zelensky Zelenskyy Зеленский Selenskyj Zelenskiy Зеленський",
    "nikol-pashinyan": "Pashinyan Пашинян Pachinian Paschinjan",
    "ilham-aliyev": "Aliyev Алиев Aliev Alijew",
    "kassym-jomart-tokayev": "Tokayev Токаев Tokaïev Tokajew Tokaev",
    "shavkat-mirziyoyev": "Mirziyoyev Мирзиёев Mirziyoev",
    "emomali-rahmon": "Rahmon Рахмон Rakhmon",
    "sergey-lavrov": "Lavrov Лавров Lawrow",
    "recep-tayyip-erdogan": "Erdogan Erdoğan Эрдоган",
    "dmitry-medvedev": "Medvedev Медведев Medwedew",
    "sergei-shoigu": "Shoigu Шойгу Schoigu Choïgou",
    "nursultan-nazarbayev": "Nazarbayev Назарбаев Nasarbajew",
    "emmanuel-macron": "Macron Макрон",
    "angela-merkel": "Merkel Меркель",
    "donald-trump": "Trump Трамп",
    "antonio-guterres": "Guterres Гутерриш",
    "jens-stoltenberg": "Stoltenberg Столтенберг",
    "sadyr-japarov": "Japarov Жапаров Zhaparov",
    "sooronbay-jeenbekov": "Jeenbekov Жээнбеков",
}
BODIES = {
    "csto": "CSTO ОДКБ одкб", "cis": "CIS СНГ", "eaeu": "EAEU ЕАЭС", "un": "UN ООН", "nato": "NATO НАТО",
    "sco": "SCO ШОС", "osce": "OSCE ОБСЕ", "who": "WHO ВОЗ", "eu": "EU ЕС", "brics": "BRICS БРИКС",
    "imf": "IMF МВФ", "iaea": "IAEA МАГАТЭ", "asean": "ASEAN АСЕАН", "opec": "OPEC ОПЕК", "wto": "WTO ВТО",
}  # fmt: skip


@pytest.fixture(scope="module")
def spelled():
    return Spellings(names().spellings())


@pytest.mark.parametrize("kind", ["person", "organization"])
def test_every_spelling_means_the_same(spelled, kind):
    for key, spellings in (PEOPLE if kind == "person" else BODIES).items():
        for word in spellings.split():
            keys = [one for one in spelled.meant_by([word])[0] if not one.startswith("word:")]
            assert f"{kind}:{key}" in keys, word
            assert len(keys) <= 6, (word, keys)


def test_near_names_mean_somebody_else(spelled):
    wrong = []
    for key, spellings in PEOPLE.items():
        name = spellings.split()[0]
        for letter in "BDFGKLMNPRT":
            near = letter + name[1:].lower()
            if near != name and f"person:{key}" in spelled.meant_by([near])[0]:
                wrong.append(near)
    assert wrong == []
    for near, key in (("Patina", "vladimir-putin"), ("Paton", "vladimir-putin"), ("Levrov", "sergey-lavrov")):
        assert f"person:{key}" not in spelled.meant_by([near])[0]


def test_whole_names_and_other_words_beside_them(spelled):
    vladimir, putin, met, armenia = spelled.meant_by(["Владимир", "Путин", "met", "Армения"])
    assert "person:vladimir-putin" in vladimir
    assert "person:vladimir-putin" in putin
    assert met == ()
    assert "country:AM" in armenia
    assert "word:armenia" in armenia
