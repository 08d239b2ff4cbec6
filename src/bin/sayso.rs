//! The command line.

use std::io::Read;

fn main() -> std::io::Result<()> {
    let mut text = String::new();
    std::io::stdin().read_to_string(&mut text)?;
    println!("{}", serde_json::to_string(&sayso::annotate(&text))?);
    Ok(())
}
