"""What leads to somebody else's site is found however it is written, what leads to ours is not."""

# ruff: noqa: RUF001  # letters that look like others are the point

import time

import pytest

from warmline.domain.links import foreign_links, leads_elsewhere

OURS = ("shop.example", "shop@mail.example")


@pytest.mark.parametrize(
    "written",
    [
        "https://evil.example/a?b=c",
        "HTTP://EVIL.EXAMPLE",
        "hxxps://evil.example",
        "http:/evil.example",
        "ftp://shop.example",
        "www.evil.example",
        "evil.com",
        "Evil.Com",
        "EVIL.CO",
        "t.co/abc",
        "luxury.casino",
        "evil.zone/x",
        "//evil.com/x",
        "10.0.0.12:8080/x",
        "xn--80ak6aa92e.com",
        "аpple.com",
        "ｅｖｉｌ.com",
        "evil。com",
        "evil[.]com",
        "evil (dot) com",
        "evil dot com",
        "javascript:alert(1",
        "data:text/html,x",
        "tel:+19005550100",
        "mailto:a@evil.com?subject=x",
        "someone@evil.com",
        "someone@mail.example",
        "https://shop.example@evil.com/",
        "https://evil.com\\@shop.example",
        "https://shop.example.evil.com/",
        "https://notshop.example",
        "https://shop.example:8443/",
        "https://shop.example/go?to=https%3A%2F%2Fevil.com",
        "https://shop.example/go?to=%252F%252Fevil.com",
    ],
)
def test_what_leads_elsewhere_is_found(written: str) -> None:
    assert list(foreign_links(f"Please see {written} today.", OURS)) == [written]


@pytest.mark.parametrize(
    "text",
    [
        "See https://shop.example/returns.",
        "See https://help.shop.example:443/a, or www.shop.example",
        "HTTPS://SHOP.EXAMPLE/Y",
        "Write to help@shop.example or shop@mail.example.",
        "At 9.50 and/or 24/7, version 1.2.3, in the U.S. or e.g. at 7 a.m. or p.m.",
        "It was sent.Thanks for your order.If it is late, write.",
        "Note: data: is kept. Price:10",
        "Orders over 10.000,50 EUR; 3.in a row",
        "The router is at 10.0.0.12",
        "Print the file label.pdf and send photo.jpg, e.g. today, at 5 p.m. or so",
    ],
)
def test_our_own_places_and_plain_words_lead_nowhere_else(text: str) -> None:
    assert not leads_elsewhere(text, OURS)


def test_without_hosts_of_our_own_every_link_leads_elsewhere() -> None:
    assert leads_elsewhere("https://shop.example", ())


@pytest.mark.parametrize("hostile", ["a." * 4000, "a@" * 4000, "https://" * 1000, "a dot " * 1300])
def test_hostile_input_takes_little_time(hostile: str) -> None:
    start = time.perf_counter()
    leads_elsewhere(hostile, OURS)

    assert time.perf_counter() - start < 2
