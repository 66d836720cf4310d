//! A progress file as a row of QR codes, for a device that has a camera and no other way. Frames are texts; they are
//! shown one after another, again and again, and read in any order until none is missing.
//!
//! One frame: `T1.<CRC-32 of the whole, 8 hexadecimal digits>.<place from 0>.<frames in all>.<bytes in base 45>`.
//! Base 45 (RFC 9285) uses the letters that QR codes hold most densely.

use crate::num::crc32;

/// Bytes of the file in one frame: a code of some 85 squares a side, which a laptop's camera reads off a telephone.
const PIECE: usize = 600;
/// With more frames than this nobody holds a camera still for long enough; there is the file.
pub const MOST_FRAMES: usize = 300;

const LETTERS: &[u8; 45] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

/// The frames of a file; none where it would take too many.
pub fn frames(file: &[u8]) -> Vec<String> {
    let count = file.len().div_ceil(PIECE);
    if count > MOST_FRAMES {
        return Vec::new();
    }
    let name = crc32::hash(file);
    let frame = |(place, piece): (usize, &[u8])| format!("T1.{name:08X}.{place}.{count}.{}", write_45(piece));
    file.chunks(PIECE).enumerate().map(frame).collect()
}

/// What a frame was to the reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seen {
    New,
    Known,
    /// Of another file than the frames before: reading begins anew with it.
    Other,
    /// No frame of a progress file.
    Foreign,
}

/// Puts a file together from its frames.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Collector {
    name: u32,
    pieces: Vec<Option<Vec<u8>>>,
}

impl Collector {
    pub fn take(&mut self, text: &str) -> Seen {
        let Some((name, place, count, piece)) = read_frame(text) else { return Seen::Foreign };
        let other = !self.pieces.is_empty() && (self.name != name || self.pieces.len() != count);
        if other || self.pieces.is_empty() {
            *self = Self { name, pieces: vec![None; count] };
        }
        match (&mut self.pieces[place], other) {
            (empty @ None, _) => *empty = Some(piece),
            (Some(_), _) => return Seen::Known,
        }
        if other { Seen::Other } else { Seen::New }
    }

    /// Frames read, and frames in all; 0 of 0 before the first.
    pub fn progress(&self) -> (usize, usize) {
        (self.pieces.iter().flatten().count(), self.pieces.len())
    }

    /// The file, once every frame was read. Frames that do not make up the file that was promised are forgotten.
    pub fn finish(&mut self) -> Option<Vec<u8>> {
        let pieces: Option<Vec<&[u8]>> = self.pieces.iter().map(|piece| piece.as_deref()).collect();
        let file = pieces.filter(|pieces| !pieces.is_empty())?.concat();
        let sound = crc32::hash(&file) == self.name;
        *self = Self::default();
        sound.then_some(file)
    }
}

fn read_frame(text: &str) -> Option<(u32, usize, usize, Vec<u8>)> {
    let mut parts = text.strip_prefix("T1.")?.splitn(4, '.');
    let name = parts.next().filter(|name| name.len() == 8 && name.bytes().all(|b| b.is_ascii_hexdigit()))?;
    let name = u32::from_str_radix(name, 16).ok()?;
    let place: usize = parts.next()?.parse().ok()?;
    let count: usize = parts.next()?.parse().ok()?;
    let piece = read_45(parts.next()?)?;
    let fits = place < count && count <= MOST_FRAMES && (1..=PIECE).contains(&piece.len());
    fits.then_some((name, place, count, piece))
}

fn write_45(bytes: &[u8]) -> String {
    let letter = |value: u32| char::from(LETTERS[(value % 45) as usize]);
    let mut text = String::with_capacity(bytes.len() * 3 / 2 + 2);
    for pair in bytes.chunks(2) {
        let value = pair.iter().fold(0, |value, byte| value << 8 | u32::from(*byte));
        text.push(letter(value));
        text.push(letter(value / 45));
        if pair.len() == 2 {
            text.push(letter(value / 2025));
        }
    }
    text
}

fn read_45(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() * 2 / 3 + 1);
    for group in text.as_bytes().chunks(3) {
        let mut value = 0;
        for letter in group.iter().rev() {
            value = value * 45 + u32::try_from(LETTERS.iter().position(|known| known == letter)?).ok()?;
        }
        match group.len() {
            3 => bytes.extend(u16::try_from(value).ok()?.to_be_bytes()),
            2 => bytes.push(u8::try_from(value).ok()?),
            _ => return None,
        }
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::num::SplitMix64;

    fn noise(length: usize) -> Vec<u8> {
        let mut rng = SplitMix64::new(5);
        (0..length).map(|_| rng.next_u64().to_le_bytes()[0]).collect()
    }

    #[test]
    fn the_examples_of_rfc_9285_hold() {
        for (plain, coded) in [("AB", "BB8"), ("Hello!!", "%69 VD92EX0"), ("base-45", "UJCLQE7W581")] {
            assert_eq!(write_45(plain.as_bytes()), coded);
            assert_eq!(read_45(coded).as_deref(), Some(plain.as_bytes()));
        }
        for wrong in ["A", ":::", "a0", "ÿÿ", ":9"] {
            assert_eq!(read_45(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_file_comes_back_from_its_frames_in_any_order() {
        let file = noise(7_321);
        let mut shown = frames(&file);
        assert_eq!(shown.len(), 13);
        shown.reverse();
        shown.rotate_left(4);
        let mut collector = Collector::default();
        for frame in &shown {
            assert_eq!(collector.finish(), None);
            assert_eq!((collector.take(frame), collector.take(frame)), (Seen::New, Seen::Known));
        }
        assert_eq!(collector.progress(), (13, 13));
        assert_eq!(collector.finish(), Some(file));
    }

    #[test]
    fn frames_of_two_files_are_never_mixed() {
        let (one, two) = (frames(&noise(2_000)), frames(&noise(2_001)));
        let mut collector = Collector::default();
        assert_eq!(collector.take(&one[0]), Seen::New);
        assert_eq!(collector.take(&two[1]), Seen::Other);
        assert_eq!(collector.take("https://example.org"), Seen::Foreign);
        assert_eq!(collector.progress(), (1, 4));
        let bent = two[0].replace(".0.4.", ".0.2.");
        assert_eq!(collector.take(&bent), Seen::Other);
    }

    #[test]
    fn every_frame_fits_into_a_code_that_a_camera_reads() {
        let longest = frames(&noise(PIECE * MOST_FRAMES));
        assert_eq!(longest.len(), MOST_FRAMES);
        let size = longest.iter().filter_map(|frame| super::super::qr::draw(frame)).map(|qr| qr.size).max();
        assert_eq!(size, Some(85 + 8));
        assert!(frames(&noise(PIECE * MOST_FRAMES + 1)).is_empty());
    }
}
