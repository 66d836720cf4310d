//! What the server says about each file: policy, type, how long it may be kept. The hosting guides say the same.

/// The one content policy, in headers and in the page itself.
pub const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    img-src 'self' data: blob:; font-src 'self'; media-src 'self'; connect-src 'self'; worker-src 'self'; \
    manifest-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types trellis";

/// Everything a page could ask a device for is off.
const PERMISSIONS: &str = "accelerometer=(), autoplay=(), browsing-topics=(), camera=(self), \
    display-capture=(), geolocation=(), gyroscope=(), hid=(), idle-detection=(), local-fonts=(), \
    magnetometer=(), microphone=(), midi=(), payment=(), publickey-credentials-get=(), serial=(), usb=(), \
    xr-spatial-tracking=()";

pub type Header = (&'static str, String);

/// For every file.
pub fn common() -> Vec<Header> {
    vec![
        ("X-Content-Type-Options", "nosniff".to_owned()),
        ("Cross-Origin-Resource-Policy", "same-origin".to_owned()),
    ]
}

/// For pages and workers, which are what a policy can bind. Other files are spared a kilobyte each.
pub fn policy() -> Vec<Header> {
    vec![
        ("Content-Security-Policy", format!("{POLICY}; frame-ancestors 'self'")),
        ("Cross-Origin-Opener-Policy", "same-origin".to_owned()),
        ("Referrer-Policy", "no-referrer".to_owned()),
        ("Permissions-Policy", PERMISSIONS.to_owned()),
        ("Connection-Allowlist", "(response-origin)".to_owned()),
    ]
}

/// A name that carries a hash never gets other content.
pub fn cache(path: &str) -> &'static str {
    if is_hashed(path) { "public, max-age=31536000, immutable" } else { "no-cache" }
}

/// All headers of one file but those of its encoding.
pub fn of(path: &str) -> Vec<Header> {
    let mut headers = common();
    if path.ends_with(".html") || path.ends_with(".js") {
        headers.extend(policy());
    }
    headers.push(("Content-Type", media_type(path).to_owned()));
    headers.push(("Cache-Control", cache(path).to_owned()));
    headers
}

/// `…-0123456789ab.ending`
pub fn is_hashed(path: &str) -> bool {
    let stem = path.rsplit_once('.').map_or(path, |(stem, _)| stem);
    let digest = stem.rsplit_once('-').map_or("", |(_, digest)| digest);
    digest.len() >= 8 && digest.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte))
}

fn media_type(path: &str) -> &'static str {
    match path.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "woff2" => "font/woff2",
        "ogg" | "opus" => "audio/ogg",
        "mp3" => "audio/mpeg",
        "m4a" => "audio/mp4",
        "wav" => "audio/wav",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

/// The file that Netlify and Cloudflare Pages read. Rules that fit a path are added up.
pub fn netlify(base: &str) -> String {
    let rule = |pattern: &str, headers: &[Header]| {
        let lines: String = headers.iter().map(|(name, value)| format!("  {name}: {value}\n")).collect();
        format!("{base}{pattern}\n{lines}\n")
    };
    let everywhere: Vec<Header> = common().into_iter().chain(policy()).collect();
    let kept = |path: &str| [("Cache-Control", cache(path).to_owned())];
    let hashed = ["*.wasm", "*.bin", "*.css", "boot-*", "fonts/*", "icons/*", "packs/*"];
    let mut text = rule("*", &everywhere);
    text.extend(hashed.map(|pattern| rule(pattern, &kept("a-0123456789ab.js"))));
    text.extend(
        ["", "index.html", "sw.js", "release.json", "config.json"]
            .map(|pattern| rule(pattern, &kept(pattern))),
    );
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn only_names_with_a_hash_are_kept_for_ever() {
        for (path, kept) in [
            ("trellis-0123456789ab.wasm", true),
            ("packs/fr.es-0123456789abcdef.json", true),
            ("index.html", false),
            ("sw.js", false),
            ("fonts/atkinson-latin-400-normal.woff2", false),
        ] {
            assert_eq!(cache(path).contains("immutable"), kept, "{path}");
        }
    }

    /// The directives of a policy, in any order.
    fn directives(value: &str) -> BTreeSet<&str> {
        value.split([';', ',']).map(str::trim).filter(|part| !part.is_empty()).collect()
    }

    /// What a guide sends under this name: the text between the last quotes of its line, or all behind the colon.
    fn told<'a>(guide: &'a str, name: &str) -> Option<&'a str> {
        let of_the_name = |line: &&str| {
            let line = line.trim_start();
            !line.starts_with('#') && line.split([' ', ':', '=']).any(|word| word == name)
        };
        let line = guide.lines().find(of_the_name)?;
        match line.split_once('"') {
            Some((_, quoted)) => quoted.rsplit_once('"').map(|(value, _)| value),
            None => line.split_once(": ").map(|(_, value)| value),
        }
    }

    fn guide(name: &str) -> String {
        crate::shell::read(&crate::shell::root().join("docs/hosting").join(name)).expect("the guide exists")
    }

    #[test]
    fn every_guide_sends_what_the_server_sends() {
        let guides =
            ["nginx.conf", "apache.conf", "Caddyfile", "netlify.toml"].map(|name| (name, guide(name)));
        // Netlify and Cloudflare Pages read what the build writes.
        let written = [("_headers", netlify("/"))];
        for (guide, text) in guides.into_iter().chain(written) {
            for (name, value) in common().into_iter().chain(policy()) {
                let told = told(&text, name).unwrap_or_else(|| panic!("{guide} lacks {name}"));
                assert_eq!(directives(told), directives(&value), "{name} in {guide}");
            }
        }
    }

    #[test]
    fn the_served_page_and_every_script_carry_them_too() {
        for path in ["index.html", "boot-0123456789ab.js", "sw.js", "journal-0123456789ab.js"] {
            let served = of(path);
            for (name, value) in common().into_iter().chain(policy()) {
                assert!(served.contains(&(name, value)), "{path} lacks {name}");
            }
        }
    }

    /// Where no header can be sent the page has the policy itself: all of it but what counts in headers alone.
    #[test]
    fn the_policy_in_the_page_is_that_of_the_headers_without_what_counts_only_there() {
        let text = guide("github-pages.md");
        let meta = text
            .split("content=\"")
            .nth(1)
            .and_then(|rest| rest.split('"').next())
            .expect("the guide shows it");
        assert_eq!(directives(meta), directives(POLICY));
        let sent = format!("{POLICY}; frame-ancestors 'self'");
        let more: Vec<&str> = directives(&sent).difference(&directives(meta)).copied().collect();
        assert_eq!(more, ["frame-ancestors 'self'"]);
    }

    #[test]
    fn cloudflare_takes_the_written_file() {
        let text = netlify("/");
        // Its limits: 100 rules, 2,000 characters a line.
        assert!(text.lines().filter(|line| line.starts_with('/')).count() <= 100);
        assert!(text.lines().all(|line| line.len() <= 2_000));
    }
}
