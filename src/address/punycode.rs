//! Names of sites in other letters: takes `cyngôr.cymru`, gives `xn--cyngr-9ta.cymru`, as links and mail need it.
//!
//! RFC 3492, with the numbers of its section 5; a name in plain letters stays as it is.

/// A name of a site in plain letters.
pub(crate) fn ascii(host: &str) -> String {
    if host.is_ascii() {
        return host.to_owned();
    }
    let label = |label: &str| match label.is_ascii() {
        true => label.to_owned(),
        false => format!("xn--{}", encoded(&label.to_lowercase())),
    };
    host.split('.').map(label).collect::<Vec<_>>().join(".")
}

const BASE: u32 = 36;
const FIRST_BIAS: u32 = 72;
const FIRST_CODE: u32 = 128;

/// One label without its prefix.
fn encoded(label: &str) -> String {
    let mut out: String = label.chars().filter(char::is_ascii).collect();
    let plain = out.len() as u32;
    let (mut done, mut code, mut bias, mut delta) = (plain, FIRST_CODE, FIRST_BIAS, 0_u32);
    if plain > 0 {
        out.push('-');
    }
    while let Some(next) = label.chars().map(u32::from).filter(|c| *c >= code).min() {
        delta = delta.saturating_add((next - code).saturating_mul(done + 1));
        code = next;
        for c in label.chars().map(u32::from) {
            if c < code {
                delta = delta.saturating_add(1);
            }
            if c == code {
                push(&mut out, delta, bias);
                bias = adapted(delta, done + 1, done == plain);
                (delta, done) = (0, done + 1);
            }
        }
        delta = delta.saturating_add(1);
        code += 1;
    }
    out
}

/// A number in digits of changing weight, the least first.
fn push(out: &mut String, number: u32, bias: u32) {
    let mut rest = number;
    for step in (BASE..).step_by(BASE as usize) {
        let least = step.saturating_sub(bias).clamp(1, 26);
        if rest < least {
            break;
        }
        out.push(digit(least + (rest - least) % (BASE - least)));
        rest = (rest - least) / (BASE - least);
    }
    out.push(digit(rest));
}

fn digit(value: u32) -> char {
    char::from_digit(value, BASE).map_or('a', |_| match value {
        0..26 => char::from(b'a' + value as u8),
        _ => char::from(b'0' + (value - 26) as u8),
    })
}

fn adapted(delta: u32, count: u32, first: bool) -> u32 {
    let mut delta = delta / if first { 700 } else { 2 };
    delta += delta / count;
    let mut steps = 0;
    while delta > 455 {
        delta /= 35;
        steps += BASE;
    }
    steps + 36 * delta / (delta + 38)
}

#[cfg(test)]
mod tests {
    use super::ascii;

    /// Names from registries, and the samples of RFC 3492, 7.1, in whole labels.
    #[test]
    fn names_in_other_letters_become_plain() {
        for (host, plain) in [
            ("www.nspcc.org.uk", "www.nspcc.org.uk"),
            ("bücher.example", "xn--bcher-kva.example"),
            ("münchen.de", "xn--mnchen-3ya.de"),
            ("Ŵy.cymru", "xn--y-9na.cymru"),
            ("例え.jp", "xn--r8jz45g.jp"),
            ("президент.рф", "xn--d1abbgf6aiiy.xn--p1ai"),
            ("ليهمابتكلموشعربي؟", "xn--egbpdaj6bu4bxfgehfvwxn"),
        ] {
            assert_eq!(ascii(host), plain, "{host}");
        }
    }
}
