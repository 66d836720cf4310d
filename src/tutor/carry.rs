//! What a learner does to take a record along, and to bring one back.

#[derive(Clone, PartialEq)]
pub enum Carry {
    /// Save the record as a download, under this passphrase; under none when it is empty.
    Save(String),
    /// Show the file as text, to be copied: where the page is a guest in another one, downloads may be forbidden without a
    /// word.
    Text(String),
    /// The file as text, as somebody pasted it.
    Pasted(String),
    /// Save it to the file that was chosen, or to another one.
    Keep {
        passphrase: String,
        anew: bool,
    },
    /// Open the file that was looked at with this passphrase.
    Unlock(String),
    /// A return code, as typed.
    Typed(String),
    /// Show the record as pictures, or stop.
    Show(bool),
    /// Switch the camera on or off.
    Watch(bool),
    /// The camera could not be used.
    Blind,
    /// The camera saw a picture with this text.
    Saw(String),
    Print,
}

/// Passphrases are shown nowhere, not even to a programmer.
impl std::fmt::Debug for Carry {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        f.write_str("Carry")
    }
}
