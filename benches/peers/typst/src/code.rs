//! QR codes: takes a web address, gives an SVG.

use std::fmt::Write as _;

use qrcodegen::{DataTooLong, QrCode, QrCodeEcc};

/// Light modules that must surround the code (ISO/IEC 18004, 6.3.8).
const QUIET: i32 = 4;

/// One path for all dark modules, neighbours in a row as one shape, on a light ground.
pub fn svg(address: &str) -> Result<String, DataTooLong> {
    let code = QrCode::encode_text(address, QrCodeEcc::Medium)?;
    let size = code.size();
    let mut dark = String::new();
    for y in 0..size {
        let mut x = 0;
        while x < size {
            let end = (x..size).find(|x| !code.get_module(*x, y)).unwrap_or(size);
            if end > x {
                let run = end - x;
                write!(dark, "M{} {}h{run}v1h-{run}z", x + QUIET, y + QUIET).expect("a string takes all");
            }
            x = end + 1;
        }
    }
    let side = size + 2 * QUIET;
    let ground = format!(r##"<path fill="#fff" d="M0 0h{side}v{side}H0z"/>"##);
    let svg = format!(r#"<svg xmlns="http://www.w3.org/2000/svg" width="{side}" height="{side}">"#);
    Ok(format!(r#"{svg}{ground}<path d="{dark}"/></svg>"#))
}
