//! Words to be drawn for locks and recovery sheets: 256 in each language, short, known to a child, without accents, so
//! that a byte of chance is a word and a word is typed as it is read.

use crate::content::Locale;

/// Words of a lock: 32 bits of chance behind 600,000 rounds a try.
pub const LOCK: usize = 4;

/// Words of a recovery sheet: 64 bits.
pub const SHEET: usize = 8;

/// One word for each byte of chance.
pub fn drawn(chance: &[u8], locale: Locale) -> String {
    let words: Vec<&str> = list(locale).collect();
    let drawn = chance.iter().filter_map(|byte| words.get(usize::from(*byte)).copied());
    drawn.collect::<Vec<_>>().join(" ")
}

fn list(locale: Locale) -> impl Iterator<Item = &'static str> {
    let list = match locale {
        Locale::En => ENGLISH,
        Locale::Es => SPANISH,
    };
    list.split_whitespace()
}

const ENGLISH: &str = "\
    acorn anchor ankle apron arrow attic autumn bacon badge bagel banana banjo barn basket beach bean bear \
    beaver bell bench berry bike bird biscuit boat book boot bottle bowl bread brick bucket button cabin \
    cake camel camera candle canyon carpet castle cave cello chalk cheese cherry chimney circle clock cloud \
    clover coat cocoa comet cookie copper coral corn cotton cousin crane crayon cricket crown cup daisy \
    desert donkey dragon drawer dream duck eagle earth egg engine falcon farm feather fence fern ferry \
    fiddle field finger fire flame flute forest fork fossil frog garlic gate giraffe glass goat gold goose \
    grass guitar hammer harbor harp hat hazel hill hook horse house ice igloo island ivory ivy jacket \
    jaguar jam jelly jewel judge jungle kettle kite kitten koala lamp lantern lasso lemon letter lily lion \
    lizard lobster lodge lunch magnet mango map maple marble market meadow metal mint mirror monkey moon \
    moss muffin museum napkin nature nest nickel night noodle nurse oak oasis ocean orange orchid otter \
    oven owl oyster paddle palm paper parade park parrot peanut pear piano picnic pigeon pillow pilot \
    pirate pizza planet plum pocket poem pond poppy potato pumpkin puzzle rabbit raft rain ranch raven \
    ribbon rice ring river robot rose sailor salad salmon sand satin scarf school shadow sheep shell ship \
    shoe snail snow soap sofa spoon stamp star storm summer sun swan table tea tent thumb ticket tiger \
    toast topaz tower toy train tree truck tulip tunnel turtle valley vase velvet violin wagon walnut water \
    whale wheat wheel window wolf wood wool";

const SPANISH: &str = "\
    abeja abrigo aceite agua aguja alba aldea alhaja almeja amapola amigo ancla arado arce arco arena \
    armario arroyo arroz asno astro avispa azul balde balsa banana banco banda bandera barca barco barro \
    bello bici boca bolso botella brazo brisa broma bruma bufanda burbuja cabra cacao cadena caja calle \
    cama camello camino campo canasta canela cangrejo canoa canto casa cebolla cebra cedro cena cielo \
    ciervo cine cinta circo ciudad clara clavel cobre coche coco cofre cohete colina collar cometa concha \
    conejo coral corcho cuento cuerda cueva dado dedo delta desierto diente dorado duende durazno eco \
    elefante enero escoba escudo esfera espejo establo estufa falda faro flauta flecha flor foca fogata \
    fresa frijol fruta fuego fuente gaita galleta gallo ganso garza gato gigante girasol gorra gota granja \
    grillo guante guitarra harina helado helecho hierba hierro higo hilo hongo hormiga isla jaguar jarra \
    jirafa joya juego jugo laguna lana lazo lechuza lenteja lince lino llave lluvia loro lucero madera \
    manzana mapa mar mariposa martillo mayo medalla menta metal mono monte mora motor mueble mundo naranja \
    nave nido niebla nieve nogal nudo nuez nutria oasis oca oliva olla orilla oso ostra oveja pala paloma \
    pan panda pantano papel parque pasto patio pato pavo pera perla pez pino pirata pista planeta planta \
    plata playa pluma pozo prado puerta pulpo puma queso radio rama rana regalo reina reloj rey roca rueda \
    sal selva semilla seta silla sirena sol tambor taza teatro techo tela tigre tinta tiza tomate torre \
    tren trigo trompo trucha uva vaca vela velero verano viento violeta yate zanja zapato";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_is_another_word() {
        for locale in [Locale::En, Locale::Es] {
            let mut words: Vec<&str> = list(locale).collect();
            assert!(words.iter().all(|word| word.bytes().all(|sign| sign.is_ascii_lowercase())));
            words.sort_unstable();
            words.dedup();
            assert_eq!(words.len(), 256, "{locale:?}");
        }
        assert_eq!(drawn(&[0, 255, 0, 255], Locale::En).split(' ').count(), LOCK);
    }
}
