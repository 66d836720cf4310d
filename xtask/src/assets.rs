//! The files of a release in memory: names that carry their content's hash, digests, compressed twins, writing out.

use crate::shell::{Outcome, write};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use brotli::enc::BrotliEncoderParams;
use brotli::enc::backward_references::BrotliEncoderMode;
use flate2::write::GzEncoder;
use sha2::{Digest, Sha256};
use std::io::Write;
use std::path::Path;
use std::sync::Mutex;

/// Smaller files gain nothing from compression.
const WORTH_COMPRESSING: usize = 512;

pub struct Asset {
    /// Relative to the release's folder, with `/`.
    pub path: String,
    pub bytes: Vec<u8>,
    pub brotli: Option<Vec<u8>>,
    pub gzip: Option<Vec<u8>>,
}

impl Asset {
    fn new(path: String, bytes: Vec<u8>) -> Asset {
        Asset { path, bytes, brotli: None, gzip: None }
    }

    /// Bytes on the wire for a browser that takes brotli.
    pub fn wire(&self) -> usize {
        self.brotli.as_ref().unwrap_or(&self.bytes).len()
    }

    pub fn sha256(&self) -> [u8; 32] {
        Sha256::digest(&self.bytes).into()
    }

    /// What `integrity=` and a service worker compare with.
    pub fn integrity(&self) -> String {
        format!("sha256-{}", STANDARD.encode(self.sha256()))
    }

    fn is_compressible(&self) -> bool {
        let text = ["bin", "html", "js", "css", "json", "svg", "wasm", "webmanifest", "txt"];
        let ending = self.path.rsplit('.').next().unwrap_or_default();
        self.bytes.len() >= WORTH_COMPRESSING && text.contains(&ending)
    }

    fn compress(&mut self) {
        if self.is_compressible() {
            self.brotli = Some(brotli(&self.bytes));
            self.gzip = Some(gzip(&self.bytes));
        }
    }
}

#[derive(Default)]
pub struct Assets {
    list: Vec<Asset>,
}

impl Assets {
    /// Adds a file whose name must stay as it is.
    pub fn add(&mut self, path: &str, bytes: impl Into<Vec<u8>>) {
        self.list.push(Asset::new(path.to_owned(), bytes.into()));
    }

    /// Adds a file under a name that changes with its content, and gives that name.
    pub fn add_hashed(&mut self, path: &str, bytes: impl Into<Vec<u8>>) -> String {
        let bytes = bytes.into();
        let named = hashed_name(path, &bytes);
        self.list.push(Asset::new(named.clone(), bytes));
        named
    }

    pub fn get(&self, path: &str) -> Option<&Asset> {
        self.list.iter().find(|asset| asset.path == path)
    }

    pub fn iter(&self) -> impl Iterator<Item = &Asset> {
        self.list.iter()
    }

    /// One digest for the whole release: it changes when any file does.
    pub fn version(&self) -> String {
        let mut lines: Vec<String> =
            self.iter().map(|asset| format!("{} {}\n", asset.path, hex(&asset.sha256()))).collect();
        lines.sort();
        hex(&Sha256::digest(lines.concat()))[..16].to_owned()
    }

    /// Makes the compressed twins, on every core.
    pub fn compress(&mut self) {
        let queue = Mutex::new(self.list.iter_mut());
        let next = || queue.lock().expect("no holder of the queue panics").next();
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        std::thread::scope(|scope| {
            for _ in 0..cores {
                scope.spawn(|| {
                    while let Some(asset) = next() {
                        asset.compress()
                    }
                });
            }
        });
    }

    /// Writes every file into an empty folder.
    pub fn write(&self, folder: &Path) -> Outcome {
        clear(folder)?;
        for asset in &self.list {
            let path = folder.join(&asset.path);
            write(&path, &asset.bytes)?;
            let twins = [("br", &asset.brotli), ("gz", &asset.gzip)];
            for (ending, bytes) in
                twins.into_iter().filter_map(|(ending, twin)| Some((ending, twin.as_ref()?)))
            {
                write(Path::new(&format!("{}.{ending}", path.display())), bytes)?;
            }
        }
        Ok(())
    }
}

/// Empties a folder that we filled before; any other folder with something in it is left alone.
fn clear(folder: &Path) -> Outcome {
    let occupied = std::fs::read_dir(folder).is_ok_and(|mut files| files.next().is_some());
    if occupied && !folder.join("release.json").exists() {
        return Err(format!("{} is not empty and holds no release: choose another --out.", folder.display()));
    }
    match std::fs::remove_dir_all(folder) {
        Err(e) if occupied => Err(format!("{} cannot be emptied: {e}.", folder.display())),
        _ => Ok(()),
    }
}

/// `fonts/plain.woff2` to `fonts/plain-0123456789ab.woff2`.
pub fn hashed_name(path: &str, bytes: &[u8]) -> String {
    let digest = &hex(&Sha256::digest(bytes))[..12];
    match path.rsplit_once('.') {
        Some((stem, ending)) => format!("{stem}-{digest}.{ending}"),
        None => format!("{path}-{digest}"),
    }
}

pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The smallest of what some ways of looking at bytes give: programs are often smaller in the one made for fonts, and
/// where they are looked at in large blocks.
fn brotli(bytes: &[u8]) -> Vec<u8> {
    let modes = [BrotliEncoderMode::BROTLI_MODE_GENERIC, BrotliEncoderMode::BROTLI_MODE_FONT];
    let ways = modes.into_iter().flat_map(|mode| [0, 20].map(|lgblock| (mode, lgblock)));
    let packed = ways.map(|(mode, lgblock)| {
        let size_hint = bytes.len();
        let params =
            BrotliEncoderParams { quality: 11, lgwin: 24, size_hint, mode, lgblock, ..Default::default() };
        let mut out = Vec::new();
        brotli::BrotliCompress(&mut &*bytes, &mut out, &params).expect("memory takes every byte");
        out
    });
    packed.min_by_key(Vec::len).unwrap_or_default()
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(bytes).and_then(|()| encoder.finish()).expect("memory takes every byte")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hashed_name_changes_with_the_content_alone() {
        assert_eq!(hashed_name("fonts/a.woff2", b"one"), hashed_name("fonts/a.woff2", b"one"));
        assert_ne!(hashed_name("a.js", b"one"), hashed_name("a.js", b"two"));
        assert_eq!(hashed_name("a.js", b"one").len(), "a-0123456789ab.js".len());
    }

    #[test]
    fn the_version_does_not_depend_on_the_order_of_adding() {
        let release = |files: &[(&str, &str)]| {
            let mut assets = Assets::default();
            files.iter().for_each(|(path, text)| assets.add(path, text.as_bytes()));
            assets.version()
        };
        assert_eq!(release(&[("a", "1"), ("b", "2")]), release(&[("b", "2"), ("a", "1")]));
        assert_ne!(release(&[("a", "1"), ("b", "2")]), release(&[("a", "2"), ("b", "1")]));
    }

    #[test]
    fn small_files_and_pictures_have_no_compressed_twin() {
        let mut assets = Assets::default();
        assets.add("short.txt", "short");
        assets.add("icon.png", vec![0; 4000]);
        assets.add("long.txt", "long ".repeat(500));
        assets.compress();
        let twins: Vec<bool> = assets.iter().map(|asset| asset.brotli.is_some()).collect();
        assert_eq!(twins, [false, false, true]);
    }
}
