//! The surface that JavaScript sees.

mod object;

use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

use crate::format::{self, Article};

/// [`crate::annotate`], with the result as a plain JavaScript object (`null` for what is missing).
///
/// # Errors
/// Never for a string; the signature is that of the serializer.
#[wasm_bindgen]
pub fn annotate(text: &str) -> Result<JsValue, JsValue> {
    let serializer = Serializer::new().serialize_missing_as_null(true);
    Ok(crate::annotate(text).serialize(&serializer)?)
}

/// An annotated article in a format of [`crate::format`]: a string for `markdown` and `csv`, for `json` and
/// `w3c` an object for `JSON.stringify`, so that the module need not bring a writer of JSON along.
///
/// # Errors
/// If `document` has another shape than what [`annotate`] returns, or there is no such format.
#[wasm_bindgen]
pub fn write(format: &str, address: &str, title: &str, text: &str, document: JsValue) -> Result<JsValue, JsValue> {
    let document = object::document(document).ok_or("no document")?;
    let article = Article { id: address, title: Some(title), text, document: &document };
    let serializer = Serializer::json_compatible();
    Ok(match format {
        "markdown" => format::markdown(&article).into(),
        "csv" => (format::CSV_HEADER.to_owned() + &format::csv(&article)).into(),
        "json" => format::Record::with_text(&article).serialize(&serializer)?,
        "w3c" => format::Page::new(&article).serialize(&serializer)?,
        _ => return Err(format.into()),
    })
}
