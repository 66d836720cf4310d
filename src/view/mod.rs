//! What is shown, as plain values: wording, numbers, dates, text alternatives, enabled or not.
//! `ui` only places them; everything here is tested natively in milliseconds.

pub mod page;
pub mod parts;
pub mod question;
pub mod shell;

pub mod classroom;
pub mod entry;
pub mod figure;
pub mod guard;
pub mod proof;
pub mod qr;
mod room;
pub mod scratch;
pub mod stored;

mod about_you;
mod apart;
mod app;
mod aside;
pub mod beside;
pub mod boxes;
pub mod carry;
mod comfort;
pub mod drawn;
mod earlier;
mod goal;
mod home;
mod hosted;
mod late;
mod lesson;
pub mod listen;
mod map;
mod notes;
mod practice;
mod progress;
mod record_doors;
mod recorded;
mod settings;
mod skill;
mod text;
mod words;

pub use apart::Apart;
pub use app::rehearsal;
pub use carry::{CarryPage, Carrying};
pub use figure::FigureView;
pub use late::{Late, Later, has_late_words, is_late};
pub use map::BOX as MAP_BOX;
pub use page::*;
pub use parts::*;
pub use progress::level_name;
pub use question::*;
pub use record_doors::{RecordWords, open as open_record_words};
pub use room::{Room, open as open_room};
pub use shell::*;
