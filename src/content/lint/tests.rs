//! Each rule, shown by the smallest change to a sound item that breaks it.
