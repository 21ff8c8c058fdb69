// SPDX-License-Identifier: MIT
//! Writes escaped_characters.hpp: rustc escaped_characters.rs && ./escaped_characters > escaped_characters.hpp
//! && clang-format-19 -i escaped_characters.hpp

fn is_escaped(code: u32) -> bool {
    char::from_u32(code).is_some_and(|each| format!("{each:?}").starts_with("'\\u{"))
}

fn main() {
    let mut ranges: Vec<(u32, u32)> = Vec::new();
    for code in (0x80..=0x10ffff).filter(|&code| is_escaped(code)) {
        match ranges.last_mut() {
            Some((_, last)) if *last + 1 == code => *last = code,
            _ => ranges.push((code, code)),
        }
    }
    let (major, minor, _) = char::UNICODE_VERSION;
    println!("// SPDX-License-Identifier: MIT");
    println!("#pragma once\n\n#include <array>\n\nnamespace fearless::detail {{\n");
    println!("struct character_range {{\n  char32_t first;\n  char32_t last;\n}};\n");
    println!("/// The characters above ASCII that Rust's `{{:?}}` escapes, by Unicode {major}.{minor}: those that are not seen as they are.");
    println!("/// Written by escaped_characters.rs.");
    println!("constexpr std::array<character_range, {}> escaped_characters{{{{", ranges.len());
    for (first, last) in ranges {
        println!("{{{first:#x}, {last:#x}}},");
    }
    println!("}}}};\n\n}}  // namespace fearless::detail");
}
