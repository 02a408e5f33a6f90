"""One key for the spellings of a name."""

from __future__ import annotations

import pytest

from data_model.spellings import fold_name, name_key, surname_key


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
