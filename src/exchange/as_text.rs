//! A progress file as text, for where a browser lets no file out: base64 (RFC 4648) behind one word. What is pasted may have lost or
//! gained spaces and line breaks on the way.

/// The first word. What follows is the file, byte by byte.
const MARK: &str = "TRELLIS-TEXT-1";
const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
/// Letters in a line.
const LINE: usize = 76;

pub fn write(file: &[u8]) -> String {
    let mut text = String::with_capacity(MARK.len() + file.len() * 3 / 2);
    text.push_str(MARK);
    for (place, part) in file.chunks(3).enumerate() {
        if place % (LINE / 4) == 0 {
            text.push('\n');
        }
        let bits =
            part.iter().fold(0u32, |bits, byte| bits << 8 | u32::from(*byte)) << (8 * (3 - part.len()));
        let sign = |at: usize| char::from(SIGNS[(bits >> (18 - 6 * at) & 63) as usize]);
        text.extend((0..4).map(|at| if at <= part.len() { sign(at) } else { '=' }));
    }
    text.push('\n');
    text
}

/// The bytes of the file in a text. What is no such text is taken as it stands: a progress file that is not compressed is
/// text itself. Of a text that is cut or spoilt, what comes before.
pub fn read(text: &str) -> Vec<u8> {
    let Some((_, coded)) = text.split_once(MARK) else { return text.trim_start().as_bytes().to_vec() };
    let mut file = Vec::with_capacity(coded.len() * 3 / 4);
    let (mut bits, mut held) = (0u32, 0);
    for byte in coded.bytes().filter(|byte| !byte.is_ascii_whitespace()) {
        let Some(value) = SIGNS.iter().position(|sign| *sign == byte) else { break };
        bits = bits << 6 | value as u32;
        held += 6;
        if held >= 8 {
            held -= 8;
            file.push((bits >> held & 255) as u8);
        }
    }
    file
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::num::SplitMix64;

    #[test]
    fn the_signs_are_those_of_the_standard() {
        // RFC 4648, section 10.
        for (bytes, coded) in
            [("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("foobar", "Zm9vYmFy")]
        {
            assert_eq!(write(bytes.as_bytes()), format!("{MARK}\n{coded}\n"));
        }
    }

    #[test]
    fn every_file_comes_back_however_it_was_pasted() {
        let mut chance = SplitMix64::new(4);
        for size in [0, 1, 2, 3, 56, 57, 58, 1_000] {
            let file: Vec<u8> = (0..size).map(|_| chance.below(256) as u8).collect();
            let text = write(&file);
            assert_eq!(read(&text), file);
            assert!(text.lines().all(|line| line.len() <= LINE), "{text}");
            assert_eq!(read(&text.replace('\n', " ")), file, "in one line");
            assert_eq!(
                read(&format!("> here it is:\r\n\r\n{}", text.replace('\n', "\r\n"))),
                file,
                "in a message"
            );
        }
    }

    #[test]
    fn of_a_spoilt_text_what_comes_before_is_kept_and_a_plain_file_is_text_already() {
        let file: Vec<u8> = (0..200).collect();
        let text = write(&file);
        for at in 0..text.len() {
            let whole = read(&text[..at]);
            assert!(!text[..at].contains(MARK) || file.starts_with(&whole), "{at}");
        }
        assert!(file.starts_with(&read(&text.replacen('Q', "\u{2026}", 1))));
        assert_eq!(read("\n TRELLIS-PROGRESS 1 ..."), b"TRELLIS-PROGRESS 1 ...");
    }
}
