//! The log: a learner's facts as they are stored. Records with a checksum and a chain, their union, the sealed
//! chunks they travel in, and the keeper that writes two copies and heals one from the other.
//! Pure: disks, clocks and ciphers are traits, so that every failure can be rehearsed natively.

pub mod id;

pub mod record;

pub mod outline;

pub mod writer;

pub mod union;

pub mod chain;

pub mod chunk;

pub mod store;

pub mod faulty;

pub mod lock;

mod side;

pub(crate) mod together;

pub mod keeper;

pub mod snapshot;

pub mod refold;

pub use chain::{Gap, Report};
pub use chunk::{Chunk, ChunkKey};
pub use id::{LearnerId, Link, WriterId};
pub use keeper::{Findings, Keeper, Opened, SaveStatus, Sight};
pub use lock::{Held, Lock};
pub use outline::Outline;
pub use record::{Damage, Record, RecordId};
pub use refold::Refold;
pub use snapshot::{Glance, Snapshot};
pub use store::{Fault, Seal, Store, Timer};
pub use union::History;
pub use writer::Writer;
