"""Units and currencies: their names in news, and what they come to in one common unit."""

from __future__ import annotations

from tui.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Unit:
    symbol: str
    dimension: str
    factor: float
    """Into the common unit of its dimension: metre, kilogram, second, square metre, litre, metre a second."""


_TABLE = """
mm length 0.001: millimetre millimetres millimeter millimeters mm
cm length 0.01: centimetre centimetres centimeter centimeters cm
m length 1: metre metres meter meters m
km length 1000: kilometre kilometres kilometer kilometers km kms
in length 0.0254: inch inches
ft length 0.3048: foot feet ft
yd length 0.9144: yard yards
mi length 1609.344: mile miles
nmi length 1852: nautical_mile nautical_miles
g weight 0.001: gram grams gramme grammes g
kg weight 1: kilogram kilograms kilogramme kilogrammes kilo kilos kg kgs
lb weight 0.45359237: pound pounds lb lbs
oz weight 0.028349523: ounce ounces oz
st weight 6.35029318: stone
t weight 1000: tonne tonnes
ton weight 907.18474: ton tons
l volume 1: litre litres liter liters
gal volume 3.785411784: gallon gallons
bbl volume 158.987294928: barrel barrels
ha area 10000: hectare hectares
ac area 4046.8564224: acre acres
seconds time 1: second seconds
minutes time 60: minute minutes min mins
hours time 3600: hour hours hrs
days time 86400: day days
nights time 86400: night nights
weeks time 604800: week weeks
months time 2629800: month months
years time 31557600: year years
decades time 315576000: decade decades
centuries time 3155760000: century centuries
mph speed 0.44704: miles_per_hour miles_an_hour mph
km/h speed 0.277777778: kilometres_per_hour kilometers_per_hour kilometres_an_hour kilometers_an_hour kph km/h kmh
kn speed 0.514444: knot knots
°C celsius 1: °c celsius
°F fahrenheit 1: °f fahrenheit
magnitude magnitude 1: magnitude
MW power 1000000: megawatt megawatts mw
GW power 1000000000: gigawatt gigawatts gw
"""


def _units() -> dict[str, Unit]:
    table = {}
    for line in _TABLE.strip().splitlines():
        head, names = line.split(":")
        symbol, dimension, factor = head.split()
        for name in names.split():
            table[name.replace("_", " ")] = Unit(symbol, dimension, float(factor))
    return table


UNITS = _units()
BY_SYMBOL = {unit.symbol: unit for unit in UNITS.values()}

CURRENCY_SIGNS = {
    "US$": "USD", "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD", "NZ$": "NZD", "HK$": "HKD", "S$": "SGD",
    "R$": "BRL", "$": "USD", "£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR", "₽": "RUB", "₩": "KRW", "₺": "TRY",
    "₴": "UAH", "₦": "NGN", "USD": "USD", "EUR": "EUR", "GBP": "GBP", "CHF": "CHF",
}  # fmt: skip
CURRENCY_WORDS = {
    "dollar": "USD", "dollars": "USD", "euro": "EUR", "euros": "EUR", "yen": "JPY", "yuan": "CNY", "rupees": "INR",
    "rubles": "RUB", "roubles": "RUB", "francs": "CHF", "pesos": "MXN", "rand": "ZAR", "won": "KRW", "lira": "TRY",
    "liras": "TRY", "reais": "BRL", "shekels": "ILS", "kronor": "SEK", "kroner": "NOK", "zloty": "PLN", "naira": "NGN",
    "usd": "USD", "eur": "EUR", "gbp": "GBP", "bucks": "USD", "sterling": "GBP",
}  # fmt: skip
SMALL_COINS = {"cents": ("USD", 0.01), "cent": ("USD", 0.01), "pence": ("GBP", 0.01)}
