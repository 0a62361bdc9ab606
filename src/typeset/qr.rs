//! QR codes: takes an address, gives its modules as one outline.

use qrcodegen::{QrCode, QrCodeEcc};

use crate::geom::{Path, Pt, Rect};

/// Light modules that must surround the code (ISO/IEC 18004, 6.3.8).
const QUIET: i32 = 4;

/// The dark modules of an address in a square, quiet zone included; `None` where it is too long for any code.
///
/// Error correction is level M at least, and higher where that costs no room.
pub(super) fn modules(address: &str, square: Rect) -> Option<Path> {
    let code = QrCode::encode_text(address, QrCodeEcc::Medium).ok()?;
    let module = square.w / (code.size() + 2 * QUIET) as f32;
    let at = |modules: i32| module * (modules + QUIET) as f32;
    let mut path = Path::default();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            // Neighbours in a row become one rectangle: fewer shapes, and no hairlines between them.
            let run = (x..code.size()).take_while(|x| code.get_module(*x, y)).count();
            let run = i32::try_from(run).unwrap_or(0);
            if run > 0 {
                path.add_rect(Rect::new(square.x + at(x), square.y + at(y), module * run as f32, module));
            }
            x += run + 1;
        }
    }
    Some(path).filter(|_| module > Pt::ZERO)
}
