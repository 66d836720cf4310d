//! The app: everything is in the library, this only starts it.

fn main() {
    trellis::ui::start();
}
