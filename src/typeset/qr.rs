//! QR codes: takes an address, gives its modules as one outline.

use qrcodegen::{QrCode, QrCodeEcc};

use crate::geom::{Path, Pt, Rect};

/// Light modules that must surround the code (ISO/IEC 18004, 6.3.8).
const QUIET: i32 = 4;

/// An encoded address: made once for all documents, drawn at any size.
#[derive(Debug)]
pub(super) struct Code {
    /// Modules on a side, without the quiet zone.
    size: i32,
    /// Dark modules: neighbours in a row are one run of column, row and length, for fewer shapes and no
    /// hairlines between them.
    runs: Vec<(i32, i32, i32)>,
}

impl Code {
    /// The code of an address; `None` where it is too long for any code.
    ///
    /// Error correction is level M at least, and higher where that costs no room.
    pub(super) fn encode(address: &str) -> Option<Self> {
        let code = QrCode::encode_text(address, QrCodeEcc::Medium).ok()?;
        let size = code.size();
        let mut runs = Vec::new();
        for y in 0..size {
            let mut x = 0;
            while x < size {
                let end = (x..size).find(|x| !code.get_module(*x, y)).unwrap_or(size);
                if end > x {
                    runs.push((x, y, end - x));
                }
                x = end + 1;
            }
        }
        Some(Code { size, runs })
    }

    /// Width of the quiet zone on each side of a square of this side.
    pub(super) fn quiet(&self, side: Pt) -> Pt {
        side * (QUIET as f32 / (self.size + 2 * QUIET) as f32)
    }

    /// The dark modules in a square, quiet zone included.
    pub(super) fn modules(&self, square: Rect) -> Path {
        let module = square.w / (self.size + 2 * QUIET) as f32;
        let at = |modules: i32| module * (modules + QUIET) as f32;
        let mut path = Path { segments: Vec::with_capacity(self.runs.len() * 5) };
        for (x, y, run) in &self.runs {
            let w: Pt = module * *run as f32;
            path.add_rect(Rect::new(square.x + at(*x), square.y + at(*y), w, module));
        }
        path
    }
}
