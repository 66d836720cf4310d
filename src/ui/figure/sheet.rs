//! Figures made of boxes: real tables, with fields where the learner writes.

use crate::ui::parts::line;
use crate::ui::tag::el;
use crate::view::figure::sheet::Entry;
use crate::view::figure::{Cell, Sheet, Square};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement};
use yew::html::{onfocus, oninput, onkeydown};
use yew::{Callback, FocusEvent, Html, InputEvent, KeyboardEvent, NodeRef, TargetCast};

/// What a field of a sheet tells: which cell, and what stands there now.
pub type Write = Callback<(usize, String)>;

pub fn shown(view: &Sheet, alt: &str) -> Html {
    drawn(view, alt, &|_, _, _| Html::default())
}

/// `write` is told every change; moving between the boxes happens here.
pub fn open(view: &Sheet, area: &NodeRef, write: &Write, send: &Callback<()>) -> Html {
    drawn(view, "", &|entry, row, column| field(view, entry, (row, column), area, write, send))
}

fn drawn(view: &Sheet, alt: &str, field: &dyn Fn(&Entry, usize, usize) -> Html) -> Html {
    let rows = view.rows.iter().enumerate().map(|(row, squares)| {
        let squares = squares.iter().enumerate();
        let squares = squares.map(|(column, each)| square(each, column, &|entry| field(entry, row, column)));
        el("tr").place(row).each(squares).html()
    });
    let caption = if alt.is_empty() {
        Html::default()
    } else {
        el("caption").class("visually-hidden").text(alt).html()
    };
    let widths = view.widths.iter().enumerate();
    let widths =
        widths.map(|(place, width)| el("col").place(place).attr("width", &format!("{width}%")).html());
    el("table")
        .class(&["sheet ", view.class].concat())
        .maybe("role", view.told.is_some().then_some("presentation"))
        .with(caption)
        .with(el("colgroup").each(widths))
        .with(el("tbody").each(rows))
        .html()
}

fn square(view: &Square, column: usize, field: &dyn Fn(&Entry) -> Html) -> Html {
    let cell = |tag: &'static str| el(tag).place(column).class(view.class);
    match &view.is {
        Cell::Nothing => cell("td"),
        Cell::Words(words) => cell("td").with(line(words)),
        Cell::Box => cell("td").with(el("span").class("blank").hidden()),
        Cell::Head { line: words, of_row } => {
            cell("th").attr("scope", if *of_row { "row" } else { "col" }).with(line(words))
        }
        Cell::Entry(entry) => cell("td").with(field(entry)),
    }
    .html()
}

fn field(
    view: &Sheet,
    entry: &Entry,
    (row, column): (usize, usize),
    area: &NodeRef,
    write: &Write,
    send: &Callback<()>,
) -> Html {
    let digits = view.class == "columns";
    let written = {
        let (write, area, cell, next) = (write.clone(), area.clone(), entry.cell, entry.next);
        Callback::from(move |event: InputEvent| {
            let text = event.target_unchecked_into::<HtmlInputElement>().value();
            if let Some(next) = next.filter(|_| !text.is_empty()) {
                focus(&area, &format!("[data-cell=\"{next}\"]"));
            }
            write.emit((cell, text));
        })
    };
    let keyed = {
        let (area, send) = (area.clone(), send.clone());
        Callback::from(move |event: KeyboardEvent| {
            let (down, right) = match &*event.key() {
                "Enter" => {
                    event.prevent_default();
                    return send.emit(());
                }
                "ArrowUp" => (-1, 0),
                "ArrowDown" => (1, 0),
                "ArrowLeft" if digits => (0, -1),
                "ArrowRight" if digits => (0, 1),
                _ => return,
            };
            event.prevent_default();
            // The nearest field that way; squares between may hold none.
            for step in 1..12 {
                let (row, column) = (row as i32 + down * step, column as i32 + right * step);
                if focus(&area, &format!("[data-row=\"{row}\"][data-column=\"{column}\"]")) {
                    return;
                }
            }
        })
    };
    // A digit is written over, not beside, the one that stands there.
    let focused =
        Callback::from(|event: FocusEvent| event.target_unchecked_into::<HtmlInputElement>().select());
    el("input")
        .class(if digits { "cell digit" } else { "cell" })
        .attr("type", "text")
        .hook("figure")
        .attr("data-cell", &entry.cell.to_string())
        .attr("data-row", &row.to_string())
        .attr("data-column", &column.to_string())
        .attr("aria-label", &entry.name)
        .maybe("aria-invalid", entry.wrong.then_some("true"))
        .maybe("aria-describedby", entry.wrong.then_some("feedback"))
        .attr("inputmode", if digits { "numeric" } else { "text" })
        .attr("maxlength", &entry.most.to_string())
        .attr("autocomplete", "off")
        .attr("autocapitalize", "off")
        .attr("spellcheck", "false")
        .value(&entry.value)
        .on(Rc::new(oninput::Wrapper::new(written)))
        .on(Rc::new(onkeydown::Wrapper::new(keyed)))
        .on(Rc::new(onfocus::Wrapper::new(focused)))
        .html()
}

/// Puts the focus on the first element of the area that fits; whether there is one.
pub fn focus(area: &NodeRef, selector: &str) -> bool {
    let found = area.cast::<Element>().and_then(|area| area.query_selector(selector).ok().flatten());
    let Some(found) = found.and_then(|found| found.dyn_into::<HtmlElement>().ok()) else { return false };
    // An element that cannot take the focus leaves it where it is.
    let _ = found.focus();
    true
}
