//! QR codes: text in, the outline of the dark squares out. (ISO/IEC 18004, by the crate `qrcodegen`.)

use qrcodegen::{QrCode, QrCodeEcc, QrSegment, Version};
use std::fmt::Write;

/// Modules of light around a code, as the standard asks.
pub const QUIET: i32 = 4;
/// Denser codes are not read well off a screen.
const LARGEST: u8 = 25;

/// A drawn code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Qr {
    /// Width and height in modules, the quiet border included.
    pub size: i32,
    /// The dark modules as an SVG path, one unit a module.
    pub path: String,
}

/// Nothing where the text is too long for a code that a camera reads well.
pub fn draw(text: &str) -> Option<Qr> {
    let segments = QrSegment::make_segments(text);
    let code = QrCode::encode_segments_advanced(
        &segments,
        QrCodeEcc::Low,
        Version::MIN,
        Version::new(LARGEST),
        None,
        true,
    )
    .ok()?;
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let run = (x..code.size()).take_while(|x| code.get_module(*x, y)).count();
            let run = i32::try_from(run).unwrap_or_default();
            if run > 0 {
                let _ = write!(path, "M{} {}h{run}v1h-{run}z", x + QUIET, y + QUIET);
            }
            x += run + 1;
        }
    }
    Some(Qr { size: code.size() + 2 * QUIET, path })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_three_finders_stand_in_their_corners() {
        let qr = draw("7K2M-9QXR").expect("short");
        assert_eq!(qr.size, 21 + 2 * QUIET);
        for corner in ["M4 4h7v1h-7z", "M18 4h7v1h-7z", "M4 18h7v1h-7z"] {
            assert!(qr.path.contains(corner), "{corner} in {}", qr.path);
        }
    }

    #[test]
    fn what_is_too_long_has_no_picture() {
        assert!(draw(&"A".repeat(1_800)).is_some());
        assert_eq!(draw(&"A".repeat(4_000)), None);
    }
}
