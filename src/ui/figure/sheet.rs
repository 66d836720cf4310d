//! Figures made of boxes: real tables, with fields where the learner writes.

use crate::ui::parts::line;
use crate::view::figure::sheet::Entry;
use crate::view::figure::{Cell, Sheet, Square};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement};
use yew::prelude::*;

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
        let squares = squares
            .iter()
            .enumerate()
            .map(|(column, each)| square(each, column, &|entry| field(entry, row, column)));
        html! { <tr key={row}>{ for squares }</tr> }
    });
    html! {
        <table class={classes!("sheet", view.class)} role={(!view.is_table).then_some("presentation")}>
            if !alt.is_empty() {
                <caption class="visually-hidden">{ alt }</caption>
            }
            <colgroup>{ for view.widths.iter().map(|width| html! { <col width={format!("{width}%")} /> }) }</colgroup>
            <tbody>{ for rows }</tbody>
        </table>
    }
}

fn square(view: &Square, column: usize, field: &dyn Fn(&Entry) -> Html) -> Html {
    let class = view.class;
    match &view.is {
        Cell::Nothing => html! { <td key={column} {class} /> },
        Cell::Words(words) => html! { <td key={column} {class}>{ line(words) }</td> },
        Cell::Box => html! { <td key={column} {class}><span class="blank" aria-hidden="true" /></td> },
        Cell::Head { line: words, of_row } => {
            html! { <th key={column} {class} scope={if *of_row { "row" } else { "col" }}>{ line(words) }</th> }
        }
        Cell::Entry(entry) => html! { <td key={column} {class}>{ field(entry) }</td> },
    }
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
    let oninput = {
        let (write, area, cell, next) = (write.clone(), area.clone(), entry.cell, entry.next);
        Callback::from(move |event: InputEvent| {
            let text = event.target_unchecked_into::<HtmlInputElement>().value();
            if let Some(next) = next.filter(|_| !text.is_empty()) {
                focus(&area, &format!("[data-cell=\"{next}\"]"));
            }
            write.emit((cell, text));
        })
    };
    let onkeydown = {
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
    let onfocus =
        Callback::from(|event: FocusEvent| event.target_unchecked_into::<HtmlInputElement>().select());
    html! {
        <input
            class={if digits { "cell digit" } else { "cell" }}
            type="text"
            data-test="figure"
            data-cell={entry.cell.to_string()}
            data-row={row.to_string()}
            data-column={column.to_string()}
            aria-label={entry.name.clone()}
            inputmode={if digits { "numeric" } else { "text" }}
            maxlength={entry.most.to_string()}
            autocomplete="off"
            autocapitalize="off"
            spellcheck="false"
            value={entry.value.clone()}
            {oninput}
            {onkeydown}
            {onfocus}
        />
    }
}

/// Puts the focus on the first element of the area that fits; whether there is one.
pub fn focus(area: &NodeRef, selector: &str) -> bool {
    let found = area.cast::<Element>().and_then(|area| area.query_selector(selector).ok().flatten());
    let Some(found) = found.and_then(|found| found.dyn_into::<HtmlElement>().ok()) else { return false };
    // An element that cannot take the focus leaves it where it is.
    let _ = found.focus();
    true
}
