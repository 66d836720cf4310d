//! The units that are read, by the words people write for them. What they are worth is in `algebra`.

/// Every unit once: its name, the words for it in both languages, its dimension (length, mass, time, current,
/// temperature, amount, money, angle) and its size in base units as a fraction.
pub struct Known {
    pub name: &'static str,
    pub words: &'static [&'static str],
    pub dimension: [i8; 8],
    pub size: (i64, i64),
}

const fn unit(
    name: &'static str,
    words: &'static [&'static str],
    dimension: [i8; 8],
    num: i64,
    den: i64,
) -> Known {
    Known { name, words, dimension, size: (num, den) }
}

const LENGTH: [i8; 8] = [1, 0, 0, 0, 0, 0, 0, 0];
const MASS: [i8; 8] = [0, 1, 0, 0, 0, 0, 0, 0];
const TIME: [i8; 8] = [0, 0, 1, 0, 0, 0, 0, 0];
const VOLUME: [i8; 8] = [3, 0, 0, 0, 0, 0, 0, 0];
const MONEY: [i8; 8] = [0, 0, 0, 0, 0, 0, 1, 0];
const ANGLE: [i8; 8] = [0, 0, 0, 0, 0, 0, 0, 1];
const TEMPERATURE: [i8; 8] = [0, 0, 0, 0, 1, 0, 0, 0];

/// Metre, kilogram, second, ampere, kelvin, mole, dollar, degree.
pub const UNITS: &[Known] = &[
    unit("m", &["metre", "metres", "meter", "meters", "metro", "metros"], LENGTH, 1, 1),
    unit("in", &["inch", "inches", "pulgada", "pulgadas", "pulg"], LENGTH, 254, 10_000),
    unit("ft", &["foot", "feet", "pie", "pies"], LENGTH, 3_048, 10_000),
    unit("yd", &["yard", "yards", "yarda", "yardas", "yds"], LENGTH, 9_144, 10_000),
    unit("mi", &["mile", "miles", "milla", "millas"], LENGTH, 1_609_344, 1_000),
    unit("g", &["gram", "grams", "gramo", "gramos"], MASS, 1, 1_000),
    unit("oz", &["ounce", "ounces", "onza", "onzas"], MASS, 45_359_237, 1_600_000_000),
    unit("lb", &["lbs", "pound", "pounds", "libra", "libras"], MASS, 45_359_237, 100_000_000),
    unit("ton", &["tons", "tonelada_us"], MASS, 90_718_474, 100_000),
    unit("t", &["tonne", "tonnes", "tonelada", "toneladas"], MASS, 1_000, 1),
    unit("s", &["sec", "secs", "second", "seconds", "segundo", "segundos", "seg"], TIME, 1, 1),
    unit("min", &["mins", "minute", "minutes", "minuto", "minutos"], TIME, 60, 1),
    unit("h", &["hr", "hrs", "hour", "hours", "hora", "horas"], TIME, 3_600, 1),
    unit("day", &["days", "día", "días", "dia", "dias"], TIME, 86_400, 1),
    unit("week", &["weeks", "wk", "semana", "semanas"], TIME, 604_800, 1),
    unit("month", &["months", "mes", "meses"], TIME, 2_629_746, 1),
    unit("year", &["years", "yr", "yrs", "año", "años"], TIME, 31_556_952, 1),
    unit("l", &["L", "litre", "litres", "liter", "liters", "litro", "litros"], VOLUME, 1, 1_000),
    unit("cc", &[], VOLUME, 1, 1_000_000),
    unit(
        "tsp",
        &["teaspoon", "teaspoons", "cucharadita", "cucharaditas"],
        VOLUME,
        492_892_159_375,
        100_000_000_000_000_000,
    ),
    unit(
        "tbsp",
        &["tablespoon", "tablespoons", "cucharada", "cucharadas"],
        VOLUME,
        1_478_676_478_125,
        100_000_000_000_000_000,
    ),
    unit("floz", &["fl_oz"], VOLUME, 295_735_295_625, 10_000_000_000_000_000),
    unit("cup", &["cups", "taza", "tazas"], VOLUME, 2_365_882_365, 10_000_000_000_000),
    unit("pt", &["pint", "pints", "pinta", "pintas"], VOLUME, 473_176_473, 1_000_000_000_000),
    unit("qt", &["quart", "quarts", "cuarto", "cuartos"], VOLUME, 946_352_946, 1_000_000_000_000),
    unit(
        "gal",
        &["gallon", "gallons", "galón", "galones", "galon"],
        VOLUME,
        3_785_411_784,
        1_000_000_000_000,
    ),
    unit("$", &["USD", "dollar", "dollars", "dólar", "dólares", "dolar", "dolares"], MONEY, 1, 1),
    unit("cent", &["¢", "cents", "centavo", "centavos"], MONEY, 1, 100),
    unit("deg", &["degree", "degrees", "grado", "grados"], ANGLE, 1, 1),
    unit("degC", &[], TEMPERATURE, 1, 1),
    unit("degF", &[], TEMPERATURE, 5, 9),
    unit("K", &["kelvin"], TEMPERATURE, 1, 1),
    unit("A", &["amp", "amps"], [0, 0, 0, 1, 0, 0, 0, 0], 1, 1),
    unit("mol", &["mole", "moles"], [0, 0, 0, 0, 0, 1, 0, 0], 1, 1),
    unit("N", &["newton", "newtons"], [1, 1, -2, 0, 0, 0, 0, 0], 1, 1),
    unit("J", &["j", "joule", "joules"], [2, 1, -2, 0, 0, 0, 0, 0], 1, 1),
    unit("W", &["watt", "watts"], [2, 1, -3, 0, 0, 0, 0, 0], 1, 1),
    unit("Pa", &["pascal", "pascals"], [-1, 1, -2, 0, 0, 0, 0, 0], 1, 1),
    unit("Hz", &["hertz"], [0, 0, -1, 0, 0, 0, 0, 0], 1, 1),
    unit("V", &["volt", "volts"], [2, 1, -3, -1, 0, 0, 0, 0], 1, 1),
    unit("C", &["coulomb", "coulombs"], [0, 0, 1, 1, 0, 0, 0, 0], 1, 1),
    unit("ohm", &["Ohm", "ohms"], [2, 1, -3, -2, 0, 0, 0, 0], 1, 1),
    unit("hh", &[], TIME, 360_000, 1),
    unit("amu", &[], MASS, 0, 1),
    unit("VA", &[], [2, 1, -3, 0, 0, 0, 0, 0], 1, 1),
    unit("M", &["molar"], [-3, 0, 0, 0, 0, 1, 0, 0], 1_000, 1),
    unit("eV", &[], [2, 1, -2, 0, 0, 0, 0, 0], 0, 1),
    unit("mph", &[], [1, 0, -1, 0, 0, 0, 0, 0], 1_397, 3_125),
    unit("hectare", &["ha", "hectares", "hectárea", "hectáreas"], [2, 0, 0, 0, 0, 0, 0, 0], 10_000, 1),
    unit("acre", &["acres"], [2, 0, 0, 0, 0, 0, 0, 0], 40_468_564_224, 10_000_000),
];

/// Prefixes of metric units and their power of ten.
const PREFIXES: &[(&str, &str, i8)] = &[
    ("G", "giga", 9),
    ("M", "mega", 6),
    ("k", "kilo", 3),
    ("K", "Kilo", 3),
    ("h", "hecto", 2),
    ("da", "deca", 1),
    ("d", "deci", -1),
    ("c", "centi", -2),
    ("m", "milli", -3),
    ("m", "mili", -3),
    ("u", "micro", -6),
    ("n", "nano", -9),
];

/// Symbols that take a prefix.
const METRIC: [&str; 16] =
    ["VA", "m", "g", "s", "l", "N", "J", "W", "Pa", "Hz", "V", "A", "C", "K", "mol", "ohm"];

/// A unit with the power of ten of its prefix.
pub struct Scaled {
    pub known: &'static Known,
    pub ten: i8,
}

/// Reads a word as a unit, prefix and all.
pub fn find(word: &str) -> Option<Scaled> {
    if let Some(known) = plain(word) {
        return Some(Scaled { known, ten: 0 });
    }
    PREFIXES.iter().find_map(|(short, long, ten)| {
        let by_symbol = word.strip_prefix(short).and_then(plain).filter(|known| METRIC.contains(&known.name));
        let symbol = by_symbol.filter(|known| word.len() <= short.len() + known.name.len());
        let by_word = || word.strip_prefix(long).and_then(plain).filter(|known| METRIC.contains(&known.name));
        symbol.or_else(by_word).map(|known| Scaled { known, ten: *ten })
    })
}

fn plain(word: &str) -> Option<&'static Known> {
    UNITS.iter().find(|known| known.name == word || known.words.contains(&word))
}

/// The name under which a unit is kept: `metres` is `m`, `kilometres` is `km`.
pub fn name(word: &str) -> Option<String> {
    let Scaled { known, ten } = find(word)?;
    let prefix = PREFIXES.iter().find(|(_, _, power)| *power == ten).map_or("", |(short, _, _)| short);
    Some(if ten == 0 { known.name.into() } else { format!("{prefix}{}", known.name) })
}
