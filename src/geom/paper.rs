//! Paper: takes the name of a sheet of paper, gives its size.

use super::{Pt, Size};

/// Paper that offices and print shops have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Paper {
    /// 297 × 420 mm.
    A3,
    /// 210 × 297 mm.
    A4,
    /// 148 × 210 mm.
    A5,
    /// 215.9 × 279.4 mm, the office paper of North America.
    Letter,
    /// 320 × 450 mm: A3 with room to trim, for digital presses.
    Sra3,
}

impl Paper {
    /// Every paper.
    pub const ALL: [Paper; 5] = [Paper::A3, Paper::A4, Paper::A5, Paper::Letter, Paper::Sra3];

    /// The name that layout files use.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Paper::A3 => "A3",
            Paper::A4 => "A4",
            Paper::A5 => "A5",
            Paper::Letter => "Letter",
            Paper::Sra3 => "SRA3",
        }
    }

    /// The paper of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Paper::ALL.into_iter().find(|paper| paper.as_str() == name)
    }

    /// Its size, upright.
    #[must_use]
    pub const fn size(self) -> Size {
        let (w, h) = match self {
            Paper::A3 => (297.0, 420.0),
            Paper::A4 => (210.0, 297.0),
            Paper::A5 => (148.0, 210.0),
            Paper::Letter => (215.9, 279.4),
            Paper::Sra3 => (320.0, 450.0),
        };
        Size::new(Pt::mm(w), Pt::mm(h))
    }
}
