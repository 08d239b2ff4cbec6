//! The surface that JavaScript sees.

use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

/// [`crate::annotate`], with the result as a plain JavaScript object (`null` for what is missing).
///
/// # Errors
/// Never for a string; the signature is that of the serializer.
#[wasm_bindgen]
pub fn annotate(text: &str) -> Result<JsValue, JsValue> {
    let serializer = Serializer::new().serialize_missing_as_null(true);
    Ok(crate::annotate(text).serialize(&serializer)?)
}
