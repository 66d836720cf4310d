//! A value whose code is fetched apart from the code that hands it on.

use std::any::Any;
use std::fmt;
use std::marker::PhantomData;
use std::ops::Deref;
use std::rc::Rc;

/// A page, or a part of one, that is fetched later. Whoever keeps a value must be able to drop it; behind a pointer
/// that is done by code that lies with the value's own, not in the first module.
pub struct Apart<T>(Rc<dyn Any>, PhantomData<T>);

impl<T: 'static> From<T> for Apart<T> {
    fn from(value: T) -> Self {
        Self(Rc::new(value), PhantomData)
    }
}

impl<T: 'static> Deref for Apart<T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.0.downcast_ref().expect("what is inside is what was put there")
    }
}

impl<T> Clone for Apart<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone(), PhantomData)
    }
}

impl<T: fmt::Debug + 'static> fmt::Debug for Apart<T> {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        (**self).fmt(f)
    }
}

impl<T: PartialEq + 'static> PartialEq for Apart<T> {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}
