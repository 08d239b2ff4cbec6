//! One article a line, annotated on all cores, in the order of the input and in constant memory.

use std::io::{self, BufRead, Write};
use std::num::NonZero;
use std::sync::mpsc::{Receiver, SyncSender, TryRecvError, sync_channel};
use std::thread;

use sayso::input::Line as Article;

use crate::args::Options;
use crate::input::{self, Source};
use crate::output::{self, Writer};
use crate::report;

/// How many lines may wait for each worker, and how many results for the writer.
const QUEUE: usize = 16;

/// A line's number, from 1, and its bytes.
type Line = (usize, io::Result<Vec<u8>>);

/// A line's number and what to write for it.
type Outcome = (usize, io::Result<String>);

/// Annotates every line of `source`; `false` if one could not be read, which has been reported by then.
///
/// Lines are dealt out to the workers in turn and results taken from them in the same turn: their order
/// keeps itself, and full queues hold the reader back.
///
/// # Errors
/// If the output cannot be written.
pub(crate) fn annotate(source: &Source, options: &Options, writer: &mut Writer<impl Write>) -> io::Result<bool> {
    let reader = match source.open() {
        Ok(reader) => reader,
        Err(error) => {
            report(source, &error);
            return Ok(false);
        }
    };
    let workers = thread::available_parallelism().map_or(1, NonZero::get);
    let (senders, lines): (Vec<_>, Vec<_>) = (0..workers).map(|_| sync_channel::<Line>(QUEUE)).unzip();
    let (results, receivers): (Vec<_>, Vec<_>) = (0..workers).map(|_| sync_channel::<Outcome>(QUEUE)).unzip();
    thread::scope(|scope| {
        for (lines, results) in lines.into_iter().zip(results) {
            scope.spawn(move || work(&lines, &results, options));
        }
        scope.spawn(move || read(reader, &senders));
        // Gone when this closure ends, however it ends, or the workers would wait for ever.
        let receivers = receivers;
        let mut whole = true;
        for receiver in receivers.iter().cycle() {
            let Some((number, outcome)) = receive(receiver, writer)? else { break };
            match outcome {
                Ok(text) => writer.write(&text)?,
                Err(error) => {
                    report(format_args!("{source}, line {number}"), &error);
                    whole = false;
                }
            }
        }
        Ok(whole)
    })
}

/// Deals the lines out, until they or the workers end.
fn read(mut reader: impl BufRead, workers: &[SyncSender<Line>]) {
    let mut turn = workers.iter().cycle();
    for number in 1.. {
        let mut bytes = Vec::new();
        let line = match reader.read_until(b'\n', &mut bytes) {
            Ok(0) => return,
            Ok(_) if bytes.trim_ascii().is_empty() => continue,
            Ok(_) => Ok(bytes),
            Err(error) => Err(error),
        };
        let last = line.is_err();
        if turn.next().is_none_or(|worker| worker.send((number, line)).is_err()) || last {
            return;
        }
    }
}

fn work(lines: &Receiver<Line>, results: &SyncSender<Outcome>, options: &Options) {
    for (number, line) in lines {
        let outcome = line.and_then(|bytes| annotate_line(bytes, options));
        if results.send((number, outcome)).is_err() {
            return;
        }
    }
}

/// The next result, or nothing at the end. Before it has to wait, all that is done goes out.
fn receive(results: &Receiver<Outcome>, writer: &mut Writer<impl Write>) -> io::Result<Option<Outcome>> {
    match results.try_recv() {
        Ok(outcome) => Ok(Some(outcome)),
        Err(TryRecvError::Disconnected) => Ok(None),
        Err(TryRecvError::Empty) => {
            writer.flush()?;
            Ok(results.recv().ok())
        }
    }
}

fn annotate_line(bytes: Vec<u8>, options: &Options) -> io::Result<String> {
    let Article { id, text } = Article::read(bytes)?;
    let text = input::article(text, options.html)?;
    let document = sayso::annotate(&text);
    Ok(output::render(&id, &text, &document, options))
}
