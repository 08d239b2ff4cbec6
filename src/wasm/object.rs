//! A [`Document`] from the JavaScript object that [`super::annotate`] made of one. By hand: what `serde` derives for
//! it, and the formatting of numbers in its errors, would make the module 20 KB larger (gzipped).

use js_sys::{Array, Reflect};
use wasm_bindgen::{JsCast as _, JsValue};

use crate::document::{
    Annotation, Category, Challenger, Contest, ContestKind, Document, Manner, Speaker, SpeakerKind, SpeakerRef,
    Utf16Span,
};
use crate::format::name_of;

/// The document that an object stands for; `None` if it has another shape.
pub(super) fn document(object: JsValue) -> Option<Document> {
    let object = Object(object);
    Some(Document {
        english: object.get("english")?.0.as_bool()?,
        speakers: object.list("speakers", |it| speaker(&it))?,
        annotations: object.list("annotations", |it| annotation(&it))?,
    })
}

fn speaker(object: &Object) -> Option<Speaker> {
    use SpeakerKind::{Document, Group, Organization, Person, Unnamed};
    Some(Speaker {
        id: object.number("id")?,
        name: object.string("name")?,
        role: object.string("role"),
        kind: object.one_of("kind", &[Person, Organization, Group, Unnamed, Document])?,
        mentions: object.list("mentions", |it| it.span())?,
    })
}

fn annotation(object: &Object) -> Option<Annotation> {
    use Category::{Contested, Direct, Indirect, Mixed};
    Some(Annotation {
        id: object.number("id")?,
        category: object.one_of("category", &[Direct, Mixed, Indirect, Contested])?,
        spans: object.list("spans", |it| it.span())?,
        cue: object.get("cue").and_then(|it| it.span()),
        manner: object.one_of("manner", &[Manner::Speech, Manner::Other]),
        speaker: object.get("speaker").and_then(|it| speaker_ref(&it)),
        contest: object.get("contest").and_then(|it| contest(&it)),
        confidence: object.get("confidence")?.0.as_f64()? as f32,
    })
}

fn speaker_ref(object: &Object) -> Option<SpeakerRef> {
    Some(SpeakerRef {
        id: object.number("id")?,
        name: object.string("name")?,
        mention: object.get("mention").and_then(|it| it.span()),
    })
}

fn contest(object: &Object) -> Option<Contest> {
    use ContestKind::{Alleged, Countered, Denied, Disputed, Term};
    Some(Contest {
        kind: object.one_of("kind", &[Disputed, Denied, Countered, Alleged, Term])?,
        challenger: object
            .get("challenger")
            .and_then(|it| Some(Challenger { id: it.number("id"), name: it.string("name")? })),
        evidence: object.get("evidence").and_then(|it| it.span()),
        counter: object.number("counter"),
    })
}

/// A value that is neither `null` nor `undefined`.
struct Object(JsValue);

impl Object {
    fn get(&self, key: &str) -> Option<Self> {
        let value = Reflect::get(&self.0, &key.into()).ok()?;
        (!value.is_null() && !value.is_undefined()).then_some(Self(value))
    }

    fn string(&self, key: &str) -> Option<String> {
        self.get(key)?.0.as_string()
    }

    fn number(&self, key: &str) -> Option<u32> {
        Some(self.get(key)?.0.as_f64()? as u32)
    }

    fn one_of<T: Copy + std::fmt::Debug>(&self, key: &str, all: &[T]) -> Option<T> {
        let name = self.string(key)?;
        all.iter().copied().find(|one| name_of(one) == name)
    }

    fn list<T>(&self, key: &str, item: impl FnMut(Self) -> Option<T>) -> Option<Vec<T>> {
        self.get(key)?.0.dyn_into::<Array>().ok()?.iter().map(Self).map(item).collect()
    }

    fn span(&self) -> Option<Utf16Span> {
        let ends = self.0.dyn_ref::<Array>()?;
        Some([ends.get(0).as_f64()? as u32, ends.get(1).as_f64()? as u32])
    }
}
