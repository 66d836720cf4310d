//! CRC-32 as gzip and PNG compute it (ISO-HDLC), four bytes at a time. Its tables are made when first needed:
//! on the wire they would be the largest part of this program that does not compress.

use std::sync::LazyLock;

/// The polynomial x^32 + x^26 + ... + 1, mirrored.
const POLYNOMIAL: u32 = 0xEDB8_8320;

type Tables = [[u32; 256]; 4];

static TABLES: LazyLock<Tables> = LazyLock::new(tables);

pub fn hash(bytes: &[u8]) -> u32 {
    let [one, two, three, four] = &*TABLES;
    let (words, rest) = bytes.as_chunks::<4>();
    let mut crc = !0;
    for word in words {
        let [a, b, c, d] = (crc ^ u32::from_le_bytes(*word)).to_le_bytes().map(usize::from);
        crc = four[a] ^ three[b] ^ two[c] ^ one[d];
    }
    for byte in rest {
        crc = one[usize::from(crc.to_le_bytes()[0] ^ byte)] ^ (crc >> 8);
    }
    !crc
}

/// What a byte does to the remainder, followed by 0, 1, 2 and 3 more bytes.
fn tables() -> Tables {
    let mut tables = [[0; 256]; 4];
    for (byte, entry) in (0..=u8::MAX).zip(&mut tables[0]) {
        *entry = (0..8).fold(u32::from(byte), |crc, _| (crc >> 1) ^ (POLYNOMIAL * (crc & 1)));
    }
    for more in 1..4 {
        for byte in 0..256 {
            let before = tables[more - 1][byte];
            tables[more][byte] = tables[0][usize::from(before.to_le_bytes()[0])] ^ (before >> 8);
        }
    }
    tables
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_check_value_of_the_catalogue_and_every_length_agree_with_long_division() {
        assert_eq!(hash(b"123456789"), 0xCBF4_3926);
        let bytes: Vec<u8> = (0..40_u8).map(|n| n.wrapping_mul(157) ^ 0x5A).collect();
        for end in 0..bytes.len() {
            let divided = bytes[..end].iter().fold(!0_u32, |crc, byte| {
                (0..8).fold(crc ^ u32::from(*byte), |crc, _| (crc >> 1) ^ (POLYNOMIAL * (crc & 1)))
            });
            assert_eq!(hash(&bytes[..end]), !divided, "{end} bytes");
        }
    }
}
