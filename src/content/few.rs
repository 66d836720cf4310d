//! A map of a few entries: a list sorted by key. Items have at most some dozens of anything, and one small type
//! costs the page far less code than a tree for each kind of entry.

use std::borrow::Borrow;
use std::cmp::Ordering;

#[derive(Clone, Debug, PartialEq)]
pub struct Few<K, T>(Vec<(K, T)>);

impl<K, T> Default for Few<K, T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<K, T> Few<K, T> {
    pub fn len(&self) -> usize {
        self.0.len()
    }

    pub fn iter(&self) -> std::slice::Iter<'_, (K, T)> {
        self.0.iter()
    }

    pub fn keys(&self) -> impl Iterator<Item = &K> {
        self.0.iter().map(|(key, _)| key)
    }

    #[cfg(feature = "tools")]
    pub fn values(&self) -> impl Iterator<Item = &T> {
        self.0.iter().map(|(_, value)| value)
    }

    pub fn get<Q: Ord + ?Sized>(&self, key: &Q) -> Option<&T>
    where
        K: Borrow<Q>,
    {
        self.0.iter().find(|(known, _)| known.borrow() == key).map(|(_, value)| value)
    }

    pub fn get_mut<Q: Ord + ?Sized>(&mut self, key: &Q) -> Option<&mut T>
    where
        K: Borrow<Q>,
    {
        self.0.iter_mut().find(|(known, _)| (*known).borrow() == key).map(|(_, value)| value)
    }

    pub fn contains_key<Q: Ord + ?Sized>(&self, key: &Q) -> bool
    where
        K: Borrow<Q>,
    {
        self.get(key).is_some()
    }
}

impl<K: Ord, T> Few<K, T> {
    /// Sets the value of a key.
    #[inline(never)]
    pub fn insert(&mut self, key: K, value: T) {
        let mut at = self.0.len();
        while let Some(before) = at.checked_sub(1) {
            match self.0[before].0.cmp(&key) {
                Ordering::Less => break,
                Ordering::Equal => {
                    self.0[before].1 = value;
                    return;
                }
                Ordering::Greater => at = before,
            }
        }
        self.0.insert(at, (key, value));
    }
}

impl<'a, K, T> IntoIterator for &'a Few<K, T> {
    type Item = &'a (K, T);
    type IntoIter = std::slice::Iter<'a, (K, T)>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_stand_in_the_order_of_their_keys_each_once() {
        let mut few = Few::default();
        for (key, value) in [("b", 1), ("a", 2), ("c", 3), ("a", 4)] {
            few.insert(key.to_string(), value);
        }
        let told: Vec<String> = few.iter().map(|(key, value)| format!("{key}{value}")).collect();
        assert_eq!(told, ["a4", "b1", "c3"]);
        assert_eq!((few.get("c"), few.get("d")), (Some(&3), None));
    }
}
