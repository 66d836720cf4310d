//! IndexedDB. rexie lays out the object stores and is closed at once; then one connection of crate `idb` is kept,
//! because only there can a transaction be asked to be durable and the closing of the connection be noticed.

use super::js::{bytes, detached, fault_of, get, object, settle, to_bytes};
use super::timer::Clock;
use crate::log::{
    Chunk, ChunkKey, Fault, LearnerId, Snapshot, Store, Timer,
    chunk::{Frames, read_frames},
    together::together,
};
use idb::{Factory, KeyRange, ObjectStore, Query, Transaction, TransactionResult};
use js_sys::{Array, Function, Promise};
use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{IdbDatabase, IdbTransaction};

pub const NAME: &str = "trellis";
/// The layout's version; it grows with every change of [`STORES`].
pub const VERSION: u32 = 1;
/// Sealed records of the logs.
pub const CHUNKS: &str = "chunks";
/// Small sealed values of each learner that change: the question on the desk, the card for the picker; and the snapshot.
pub const DESK: &str = "desk";
/// Values of the device, never about learning.
pub const DEVICE: &str = "device";
/// The page breathes after so many bytes.
const BREATH: usize = 1 << 20;
/// Every object store, with keys that are text and no index. rexie deletes what is not listed here, so the list is
/// kept against `tests/golden/stores.txt`.
pub const STORES: [&str; 3] = [CHUNKS, DESK, DEVICE];

/// How a connection was lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Loss {
    /// A newer release in another tab lays the database out anew: this tab has let go for good.
    Superseded,
    /// The browser closed it unasked, as when the site's data are cleared.
    Closed,
}

/// The one connection of this page. Clones share it.
#[derive(Clone)]
pub struct Database {
    inner: Rc<Inner>,
}

struct Inner {
    connection: RefCell<Option<Connection>>,
    /// Why there is no connection, when there is none.
    fault: RefCell<Fault>,
    /// The database was laid out by a newer release: look, and do not touch.
    newer: Cell<bool>,
    /// See [`Loss::Superseded`].
    superseded: Cell<bool>,
    /// There was a connection, and its loss has not been told.
    connected: Cell<bool>,
    on_lost: Box<dyn Fn(Loss)>,
}

struct Connection {
    raw: IdbDatabase,
    /// Holds the handlers of `versionchange` and `close`.
    _handlers: idb::Database,
}

impl Drop for Connection {
    fn drop(&mut self) {
        self.raw.set_onclose(None);
        self.raw.set_onversionchange(None);
        self.raw.close();
    }
}

impl Database {
    /// Connects. Where that fails every operation says why; `on_lost` is called when a connection that was
    /// there is lost.
    pub async fn open(on_lost: impl Fn(Loss) + 'static) -> Self {
        let inner = Inner {
            connection: RefCell::default(),
            fault: RefCell::new(Fault::Closed),
            newer: Cell::default(),
            superseded: Cell::default(),
            connected: Cell::default(),
            on_lost: Box::new(on_lost),
        };
        let database = Self { inner: Rc::new(inner) };
        let connected = super::timer::in_time(database.reopen()).await;
        if let Err(fault) = connected {
            *database.inner.fault.borrow_mut() = fault;
        }
        database
    }

    /// Why the database cannot be used, if it cannot.
    pub fn fault(&self) -> Option<Fault> {
        let closed = self.inner.connection.borrow().is_none();
        closed.then(|| self.inner.fault.borrow().clone())
    }

    pub async fn get(&self, store: &str, key: &str) -> Result<Option<Vec<u8>>, Fault> {
        Ok(self.get_value(store, key).await?.map(|value| to_bytes(&value)))
    }

    /// Whatever the browser can keep.
    pub async fn get_value(&self, store: &str, key: &str) -> Result<Option<JsValue>, Fault> {
        let (transaction, _) = self.begin(store, "readonly")?;
        let request = transaction.object_store(store).and_then(|found| found.get(JsValue::from(key)));
        detached(request.map_err(fault)?).await?.map_err(fault)
    }

    /// Puts a value where there is none; what another tab has put there stays, and that is an error.
    pub async fn add_value(&self, store: &str, key: &str, value: &JsValue) -> Result<(), Fault> {
        self.write(store, |objects| objects.add(value, Some(&key.into())).map(drop)).await
    }

    pub async fn put(&self, store: &str, key: &str, value: &[u8]) -> Result<(), Fault> {
        self.put_value(store, key, &bytes(value)).await
    }

    pub async fn put_value(&self, store: &str, key: &str, value: &JsValue) -> Result<(), Fault> {
        self.write(store, |objects| objects.put(value, Some(&key.into())).map(drop)).await
    }

    pub async fn delete(&self, store: &str, key: &str) -> Result<(), Fault> {
        self.write(store, |objects| objects.delete(JsValue::from(key)).map(drop)).await
    }

    /// Deletes every key that begins with `prefix`, which ends in a slash.
    pub async fn delete_under(&self, store: &str, prefix: &str) -> Result<(), Fault> {
        let range = under(prefix)?;
        self.write(store, |objects| objects.delete(range).map(drop)).await
    }

    /// Every key that begins with `prefix`, which ends in a slash.
    pub async fn keys_under(&self, store: &str, prefix: &str) -> Result<Vec<String>, Fault> {
        Ok(self.key_lines(store, prefix).await?.lines().map(String::from).collect())
    }

    /// The same as one text, a line each. Thousands of keys that come over one by one take longer than reading them.
    async fn key_lines(&self, store: &str, prefix: &str) -> Result<String, Fault> {
        let (_, transaction) = self.begin(store, "readonly")?;
        let objects = transaction.object_store(store).map_err(|error| fault_of(&error))?;
        let range = JsValue::from(under(prefix)?);
        let request = objects.get_all_keys_with_key(&range).map_err(|error| fault_of(&error))?;
        let answered = Promise::new(&mut |resolve, reject| {
            request.set_onsuccess(Some(&resolve));
            request.set_onerror(Some(&reject));
        });
        if settle(answered).await.is_err() {
            return Err(request.error().ok().flatten().map_or(Fault::Closed, |error| fault_of(&error)));
        }
        let keys: Array = request.result().unwrap_or_default().into();
        Ok(keys.join("\n").into())
    }

    /// The chunks in a range of keys.
    async fn frames(&self, range: KeyRange) -> Result<Frames, Fault> {
        let (transaction, _) = self.begin(CHUNKS, "readonly")?;
        let range = Query::KeyRange(range);
        let request = transaction.object_store(CHUNKS).and_then(|objects| objects.get_all(Some(range), None));
        let rows: Vec<JsValue> = detached(request.map_err(fault)?).await?.map_err(fault)?;
        let mut found = Frames { newer: self.inner.newer.get(), ..Frames::default() };
        let mut since = 0;
        for row in rows {
            let bytes = to_bytes(&row);
            let mut read = read_frames(&bytes);
            found.chunks.append(&mut read.chunks);
            found.damaged += read.damaged;
            since += bytes.len();
            if since > BREATH {
                since = 0;
                Clock.after(0).await;
            }
        }
        Ok(found)
    }

    /// One durable transaction: all of `work`, or nothing.
    async fn write(
        &self,
        store: &str,
        work: impl FnOnce(&ObjectStore) -> Result<(), idb::Error>,
    ) -> Result<(), Fault> {
        if self.inner.newer.get() {
            return Err(Fault::Newer);
        }
        let (transaction, raw) = self.begin(store, "readwrite")?;
        let objects = transaction.object_store(store).map_err(fault)?;
        if let Err(error) = work(&objects) {
            let _ = transaction.abort();
            return Err(fault(error));
        }
        let done = detached(transaction).await?;
        if matches!(done, Ok(TransactionResult::Committed)) {
            return Ok(());
        }
        // A full disk is told by the transaction alone.
        Err(raw.error().map_or_else(|| done.err().map_or(Fault::Closed, fault), |error| fault_of(&error)))
    }

    /// A transaction that is durable when it completes. No crate can ask for that yet, so it is asked by hand.
    fn begin(&self, store: &str, mode: &str) -> Result<(Transaction, IdbTransaction), Fault> {
        let connection = self.inner.connection.borrow();
        let raw = &connection.as_ref().ok_or_else(|| self.inner.fault.borrow().clone())?.raw;
        let begin: Function = get(raw, "transaction").dyn_into().map_err(|_| Fault::Unavailable)?;
        let strict = object(&[("durability", "strict".into())]);
        let begun =
            begin.call3(raw, &store.into(), &mode.into(), &strict).map_err(|error| fault_of(&error))?;
        let begun: IdbTransaction = begun.dyn_into().map_err(|_| Fault::Unavailable)?;
        Ok((Transaction::from(begun.clone()), begun))
    }
}

impl Inner {
    async fn connect(self: Rc<Self>) -> Result<(), Fault> {
        if self.superseded.get() {
            return Err(Fault::Closed);
        }
        let factory = Factory::new().map_err(|_| Fault::Unavailable)?;
        match lay_out().await {
            Err(Fault::Newer) => self.newer.set(true),
            // How Firefox says that a private window has no database.
            Err(Fault::Closed) => return Err(Fault::Unavailable),
            laid_out => laid_out?,
        }
        let opened = factory.open(NAME, None).map_err(fault)?.await.map_err(fault)?;
        self.keep(opened);
        Ok(())
    }

    fn keep(self: &Rc<Self>, opened: idb::Database) {
        let raw = IdbDatabase::from(opened);
        let mut handlers = idb::Database::from(raw.clone());
        let (closing, superseding) = (Rc::downgrade(self), Rc::downgrade(self));
        handlers.on_close(move |_| {
            if let Some(inner) = closing.upgrade() {
                inner.let_go();
            }
        });
        handlers.on_version_change(move |_| {
            if let Some(inner) = superseding.upgrade() {
                inner.superseded.set(true);
                inner.let_go();
                (inner.on_lost)(Loss::Superseded);
            }
        });
        self.connected.set(true);
        self.connection.replace(Some(Connection { raw, _handlers: handlers }));
    }

    fn let_go(&self) {
        *self.fault.borrow_mut() = Fault::Closed;
        // The handler that runs now lives in the connection: it must not be dropped under its own feet.
        let connection = self.connection.take();
        if let Some(connection) = connection {
            connection.raw.close();
            wasm_bindgen_futures::spawn_local(async move { drop(connection) });
        }
    }
}

/// Creates the object stores where there are none.
async fn lay_out() -> Result<(), Fault> {
    let builder = STORES.iter().fold(rexie::Rexie::builder(NAME), |builder, name| {
        builder.add_object_store(rexie::ObjectStore::new(name))
    });
    let laid_out = builder.version(VERSION).build().await.map_err(rexie_fault)?;
    laid_out.close();
    Ok(())
}

impl Store for Database {
    async fn put(&self, chunks: &[Chunk]) -> Result<(), Fault> {
        self.write(CHUNKS, |objects| put_all(objects, chunks)).await
    }

    async fn all(&self, learner: LearnerId) -> Result<Frames, Fault> {
        self.frames(under(&format!("{learner}/"))?).await
    }

    async fn keys(&self, learner: LearnerId) -> Result<Vec<ChunkKey>, Fault> {
        let keys = self.key_lines(CHUNKS, &format!("{learner}/")).await?;
        Ok(keys.lines().filter_map(|key| key.parse().ok()).collect())
    }

    /// From the first to the last of each writer's, with what lies in between.
    async fn some(&self, keys: &[ChunkKey]) -> Result<Frames, Fault> {
        let mut keys = keys.to_vec();
        keys.sort_unstable();
        let runs = keys.chunk_by(|a, b| a.writer == b.writer).map(|run| async {
            let (first, last) = (run[0].to_string(), run[run.len() - 1].to_string());
            let range = KeyRange::bound(&first.into(), &last.into(), None, None);
            self.frames(range.map_err(fault)?).await
        });
        let mut found = Frames::default();
        for read in together(runs).await {
            let mut read = read?;
            found.chunks.append(&mut read.chunks);
            found.damaged += read.damaged;
            found.newer |= read.newer;
        }
        Ok(found)
    }

    async fn snapshot(&self, learner: LearnerId) -> Result<Option<Vec<u8>>, Fault> {
        if self.inner.newer.get() {
            return Err(Fault::Newer);
        }
        self.get(DESK, &Snapshot::label(learner)).await
    }

    async fn put_snapshot(&self, learner: LearnerId, sealed: Option<&[u8]>) -> Result<(), Fault> {
        let key = Snapshot::label(learner);
        match sealed {
            Some(sealed) => Database::put(self, DESK, &key, sealed).await,
            None => self.delete(DESK, &key).await,
        }
    }

    async fn replace(&self, old: &[ChunkKey], new: &[Chunk]) -> Result<(), Fault> {
        self.write(CHUNKS, |objects| {
            old.iter().try_for_each(|key| objects.delete(JsValue::from(key.to_string())).map(drop))?;
            put_all(objects, new)
        })
        .await
    }

    async fn remove(&self, learner: LearnerId) -> Result<(), Fault> {
        self.delete_under(CHUNKS, &format!("{learner}/")).await
    }

    /// Connects anew. The work goes on if the caller gives up waiting: a layout must not be left half-way.
    async fn reopen(&self) -> Result<(), Fault> {
        self.inner.connection.take();
        if self.inner.connected.replace(false) && !self.inner.superseded.get() {
            (self.inner.on_lost)(Loss::Closed);
        }
        detached(Rc::clone(&self.inner).connect()).await?
    }
}

fn put_all(objects: &ObjectStore, chunks: &[Chunk]) -> Result<(), idb::Error> {
    chunks.iter().try_for_each(|chunk| {
        objects.put(&bytes(&chunk.frame()), Some(&chunk.key.to_string().into())).map(drop)
    })
}

/// The keys that begin with `prefix`: it ends in a slash, and `0` is the sign after it.
fn under(prefix: &str) -> Result<KeyRange, Fault> {
    let end = format!("{}0", prefix.trim_end_matches('/'));
    KeyRange::bound(&prefix.into(), &end.into(), None, Some(true)).map_err(fault)
}

fn rexie_fault(error: rexie::Error) -> Fault {
    match error {
        rexie::Error::IdbError(error) => fault(error),
        _ => Fault::Other("rexie".into()),
    }
}

/// Whatever the crate calls it, the browser's exception is inside.
fn fault(error: idb::Error) -> Fault {
    use idb::Error as E;
    match &error {
        E::DomException(error) => fault_of(error),
        E::IndexedDbNotFound(_) => Fault::Unavailable,
        E::IndexedDbOpenFailed(error)
        | E::TransactionOpenFailed(error)
        | E::ObjectStoreNotFound(error)
        | E::UpdateFailed(error)
        | E::DeleteFailed(error)
        | E::GetFailed(error)
        | E::GetAllFailed(error)
        | E::GetAllKeysFailed(error)
        | E::KeyRangeCreateFailed(error) => fault_of(error),
        _ => Fault::Other("idb".into()),
    }
}
