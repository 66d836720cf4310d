//! The log on a browser's disks: IndexedDB with strict durability, and a journal of plain files written by a worker.
//! It stores records and small values, and knows nothing of what they mean.

pub(crate) mod js;

pub mod timer;

pub mod idb;

pub mod journal;

pub mod crypto;

pub mod passphrase;

pub mod vault;

pub mod class_store;

pub mod keys;

pub mod device;

pub mod tabs;

pub mod depot;

pub use depot::{Depot, News};
pub use device::StorageFacts;
