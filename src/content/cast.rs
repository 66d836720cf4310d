//! The people of word problems: names that are said and written alike in English and Spanish, from many places.

use super::expr::Person;

const fn she(name: &'static str) -> Person {
    Person { name, feminine: true }
}

const fn he(name: &'static str) -> Person {
    Person { name, feminine: false }
}

/// Questions depend on the order and the number: names are changed only together with the `rev` of every item
/// that draws a person.
pub const CAST: [Person; 24] = [
    she("Maya"),
    he("Omar"),
    she("Lucía"),
    he("Kenji"),
    she("Amina"),
    he("Mateo"),
    she("Leila"),
    he("Ravi"),
    she("Ana"),
    he("Samuel"),
    she("Nina"),
    he("Diego"),
    she("Mei"),
    he("Elías"),
    she("Zuri"),
    he("Adam"),
    she("Sofía"),
    he("Tomás"),
    she("Priya"),
    he("Malik"),
    she("Elena"),
    he("Bruno"),
    she("Noor"),
    he("Iván"),
];
