//! The door to how the pages of a class are drawn: they are fetched with what stands on them.

use crate::ui::classroom;
use crate::ui::send::Send;
use crate::view::classroom::RoomPage;
use yew::Html;

doors! {
    /// How they are drawn.
    Drawn:
    page(view: &RoomPage, send: &Send) -> Html = classroom::page, or {
        let _ = (view, send);
        Html::default()
    };
    /// What a worker of the class view does instead of showing a page.
    work() = classroom::work, or {};
}
