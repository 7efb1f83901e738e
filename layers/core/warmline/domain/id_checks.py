"""Check digits of national ids; each takes letters and digits only, in capitals."""

_FEWEST_DIGITS = 4
_DNI_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE"
_HETU_LETTERS = "0123456789ABCDEFHJKLMNPRSTUVWXY"
_CODICE_ODD = dict(
    zip(
        "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ",
        (1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 1, 0, 5, 7, 9, 13, 15, 17, 19, 21,
         2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23),
        strict=True,
    )
)  # fmt: skip


def any_number(_number: str) -> bool:
    """The shape says enough."""
    return True


def has_digit(number: str) -> bool:
    """A word is no number."""
    return any(map(str.isdigit, number))


def mostly_digits(number: str) -> bool:
    """At least four digits, and more of them than letters."""
    digits = sum(map(str.isdigit, number))
    return digits >= _FEWEST_DIGITS and 2 * digits >= len(number)


def us_ssn(number: str) -> bool:
    """Areas 000, 666 and 9xx, group 00 and serial 0000 are never given."""
    area, group, serial = number[:3], number[3:5], number[5:]
    return area not in {"000", "666"} and area < "900" and group != "00" and serial != "0000"


def uk_nino(number: str) -> bool:
    """Prefixes that are never given."""
    return number[:2] not in {"BG", "GB", "KN", "NK", "NT", "TN", "ZZ"}


def uk_nhs(number: str) -> bool:
    total = 11 - _weighted(number[:9], range(10, 1, -1)) % 11
    return total % 11 == int(number[9])


def es_dni(number: str) -> bool:
    """DNI and NIE: the letter is the remainder by 23."""
    digits = number[:-1].replace("X", "0").replace("Y", "1").replace("Z", "2")
    return digits.isdigit() and _DNI_LETTERS[int(digits) % 23] == number[-1]


def de_tax(number: str) -> bool:
    """ISO 7064, mod 11, 10."""
    product = 10
    for digit in number[:10]:
        total = (int(digit) + product) % 10 or 10
        product = total * 2 % 11
    return (11 - product) % 10 == int(number[10]) and number[0] != "0"


def fr_nir(number: str) -> bool:
    """The key is 97 less the remainder by 97; Corsica's letters count as numbers."""
    body = number[:13].replace("2A", "19").replace("2B", "18")
    return body.isdigit() and 97 - int(body) % 97 == int(number[13:])


def it_codice(number: str) -> bool:
    odd = sum(_CODICE_ODD[character] for character in number[0:15:2])
    even = sum(int(c) if c.isdigit() else ord(c) - ord("A") for c in number[1:15:2])
    return chr(ord("A") + (odd + even) % 26) == number[15]


def nl_bsn(number: str) -> bool:
    """The eleven test, its last weight negative."""
    return _weighted(number, (9, 8, 7, 6, 5, 4, 3, 2, -1)) % 11 == 0


def pl_pesel(number: str) -> bool:
    return _weighted(number, (1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1)) % 10 == 0


def tr_tckn(number: str) -> bool:
    digits = [int(digit) for digit in number]
    tenth = (sum(digits[0:9:2]) * 7 - sum(digits[1:8:2])) % 10
    return digits[9] == tenth and digits[10] == sum(digits[:10]) % 10


def br_cpf(number: str) -> bool:
    if len(set(number)) == 1:
        return False
    first = _weighted(number[:9], range(10, 1, -1)) * 10 % 11 % 10
    second = _weighted(number[:10], range(11, 1, -1)) * 10 % 11 % 10
    return number[9:] == f"{first}{second}"


def se_personnummer(number: str) -> bool:
    """Luhn's check over the last ten digits."""
    products = (int(digit) * (2 - place % 2) for place, digit in enumerate(number[-10:]))
    return sum(product // 10 + product % 10 for product in products) % 10 == 0


def fi_hetu(number: str) -> bool:
    digits = number[:6] + number[-4:-1]
    return digits.isdigit() and _HETU_LETTERS[int(digits) % 31] == number[-1]


def cn_id(number: str) -> bool:
    """ISO 7064, mod 11, 2."""
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    return "10X98765432"[_weighted(number[:17], weights) % 11] == number[17]


def cl_rut(number: str) -> bool:
    weights = (2, 3, 4, 5, 6, 7, 2, 3)
    total = sum(int(d) * w for d, w in zip(reversed(number[:-1]), weights, strict=False))
    return "0K987654321"[total % 11] == number[-1]


def _weighted(digits: str, weights: range | tuple[int, ...]) -> int:
    return sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=True))
