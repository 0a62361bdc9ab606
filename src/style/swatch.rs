//! Swatches: named colours, what each is for and looks like, and which of them letters on an area take.

use super::reads::readable;
use crate::color::{Cmyk, Paint, Rgb, SHAPES};

macro_rules! swatches {
    ($($(#[doc = $doc:literal])* $variant:ident = $name:literal, $rgb:expr, $cmyk:expr;)*) => {
        /// A named colour: what a layout says in place of a value.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Swatch { $($(#[doc = $doc])* $variant,)* }

        impl Swatch {
            /// Every swatch there is, in the order of a theme.
            pub const ALL: &'static [Swatch] = &[$(Swatch::$variant,)*];

            /// The name that YAML files use.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Swatch::$variant => $name,)* }
            }

            /// What it is for, in a sentence.
            #[must_use]
            pub fn about(self) -> &'static str {
                match self { $(Swatch::$variant => concat!($($doc),*),)* }.trim_start()
            }
        }

        impl Default for Theme {
            fn default() -> Self {
                let rgb = |[r, g, b]: [u8; 3]| Rgb::new(r, g, b);
                let cmyk = |[c, m, y, k]: [u8; 4]| Cmyk::new(c, m, y, k);
                Theme { paints: [$(Paint::new(rgb($rgb), cmyk($cmyk)),)*] }
            }
        }
    };
}

/// How many swatches there are.
const SWATCHES: usize = 22;

swatches! {
    /// The board's colour, for areas: header, discs, panels.
    Primary = "primary", [0x0f, 0x4c, 0x5c], [90, 45, 40, 38];
    /// Letters on the primary colour: paper or ink, whichever reads.
    OnPrimary = "on-primary", [0xff, 0xff, 0xff], [0, 0, 0, 0];
    /// The primary colour as letters and thin lines on paper and tint, so dark that they read.
    PrimaryText = "primary-text", [0x0f, 0x4c, 0x5c], [90, 45, 40, 38];
    /// The edge of an area in the primary colour: seen where the area alone would not stand out on paper.
    PrimaryEdge = "primary-edge", [0x0f, 0x4c, 0x5c], [90, 45, 40, 38];
    /// A darker area: the footer band.
    Ink = "ink", [0x10, 0x32, 0x3f], [90, 55, 45, 60];
    /// Letters on ink.
    OnInk = "on-ink", [0xff, 0xff, 0xff], [0, 0, 0, 0];
    /// Ink as letters on paper and tint; modules of QR codes.
    InkText = "ink-text", [0x10, 0x32, 0x3f], [90, 55, 45, 60];
    /// Bullets, and the dial where it stands on paper.
    Accent = "accent", [0xff, 0xb8, 0x1c], [0, 32, 94, 0];
    /// Letters on the accent.
    OnAccent = "on-accent", [0x10, 0x32, 0x3f], [90, 55, 45, 60];
    /// The accent on the primary colour: label, dial; so light or dark that letters read.
    AccentOnPrimary = "accent-on-primary", [0xff, 0xb8, 0x1c], [0, 32, 94, 0];
    /// The edge that lets the accent be seen on paper.
    AccentEdge = "accent-edge", [0xb3, 0x7e, 0x00], [20, 46, 100, 18];
    /// The one alarm on a page: the emergency tile, the disc of section 7.
    Emergency = "emergency", [0xb3, 0x26, 0x1e], [15, 95, 95, 10];
    /// Letters on the alarm.
    OnEmergency = "on-emergency", [0xff, 0xff, 0xff], [0, 0, 0, 0];
    /// The alarm's colour as letters on paper and tint: the heading of section 7.
    EmergencyText = "emergency-text", [0xb3, 0x26, 0x1e], [15, 95, 95, 10];
    /// The edge of the alarm: paper where the board's own colour is near the alarm's.
    EmergencyEdge = "emergency-edge", [0xb3, 0x26, 0x1e], [15, 95, 95, 10];
    /// The area of section 7, tiles on slides.
    Tint = "tint", [0xe9, 0xf1, 0xf2], [8, 2, 3, 0];
    /// Body text.
    Text = "text", [0x1c, 0x24, 0x27], [0, 0, 0, 100];
    /// Thin lines.
    Rule = "rule", [0xbc, 0xd3, 0xd6], [25, 8, 12, 0];
    /// The page.
    Paper = "paper", [0xff, 0xff, 0xff], [0, 0, 0, 0];
    /// Segments of the dial that are not lit yet.
    Unlit = "unlit", [0x3f, 0x70, 0x7d], [74, 38, 36, 26];
    /// The edge of those segments: seen where it is another colour than they are.
    UnlitEdge = "unlit-edge", [0x3f, 0x70, 0x7d], [74, 38, 36, 26];
    /// Very pale decoration behind text.
    Ghost = "ghost", [0xf3, 0xf8, 0xf8], [4, 1, 2, 0];
}

impl Swatch {
    /// The swatch of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Swatch::ALL.iter().copied().find(|swatch| swatch.as_str() == name)
    }

    /// The letters that read on an area of this colour.
    #[must_use]
    pub const fn letters(self) -> Swatch {
        match self {
            Swatch::Primary | Swatch::PrimaryEdge | Swatch::Unlit | Swatch::UnlitEdge => Swatch::OnPrimary,
            Swatch::Ink => Swatch::OnInk,
            Swatch::Accent => Swatch::OnAccent,
            // It was made to read on the primary colour, so the primary colour reads on it.
            Swatch::AccentOnPrimary => Swatch::Primary,
            Swatch::Emergency | Swatch::EmergencyEdge => Swatch::OnEmergency,
            Swatch::PrimaryText | Swatch::InkText | Swatch::EmergencyText | Swatch::Text => Swatch::Paper,
            Swatch::AccentEdge
            | Swatch::OnPrimary
            | Swatch::OnInk
            | Swatch::OnAccent
            | Swatch::OnEmergency
            | Swatch::Tint
            | Swatch::Rule
            | Swatch::Paper
            | Swatch::Ghost => Swatch::Text,
        }
    }

    /// This colour as letters or thin lines on a ground: `primary` on paper is `primary-text`, on ink `on-ink`.
    #[must_use]
    pub const fn on(self, ground: Swatch) -> Swatch {
        let is_dark = matches!(ground, Swatch::Primary | Swatch::Ink | Swatch::Emergency | Swatch::Accent);
        match (self, ground) {
            (Swatch::Primary, _) if !is_dark => Swatch::PrimaryText,
            (Swatch::Ink, _) if !is_dark => Swatch::InkText,
            (Swatch::Emergency, _) if !is_dark => Swatch::EmergencyText,
            (Swatch::Accent, Swatch::Primary) => Swatch::AccentOnPrimary,
            // An accent that was chosen for a dark area stays; all that would vanish there does not.
            (Swatch::Accent, _) => self,
            (own, _) if is_dark && own.is_lost_on_dark() => ground.letters(),
            _ => self,
        }
    }

    /// Whether letters of it may vanish on a dark area, or read there only by chance.
    const fn is_lost_on_dark(self) -> bool {
        matches!(
            self,
            Swatch::Primary
                | Swatch::Ink
                | Swatch::Emergency
                | Swatch::Text
                | Swatch::Paper
                | Swatch::Tint
                | Swatch::Ghost
        )
    }

    /// The edge that an area of this colour has, where a theme gives it another colour than the area.
    #[must_use]
    pub const fn edge(self) -> Option<Swatch> {
        match self {
            Swatch::Primary => Some(Swatch::PrimaryEdge),
            Swatch::Accent => Some(Swatch::AccentEdge),
            Swatch::Emergency => Some(Swatch::EmergencyEdge),
            Swatch::Unlit => Some(Swatch::UnlitEdge),
            _ => None,
        }
    }
}

/// What each swatch looks like: a paint for every name, so that none can be missing.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Theme {
    paints: [Paint; SWATCHES],
}

impl Theme {
    /// The paint of a swatch.
    #[must_use]
    pub const fn paint(&self, swatch: Swatch) -> Paint {
        self.paints[swatch as usize]
    }

    /// Gives a swatch another paint.
    pub const fn set(&mut self, swatch: Swatch, paint: Paint) {
        self.paints[swatch as usize] = paint;
    }

    /// The paint of a line to write on: the colour of thin rules, as strong as a shape must be to be seen on the paper.
    #[must_use]
    pub fn line(&self) -> Paint {
        readable(self.paint(Swatch::Rule), &[self.paint(Swatch::Paper)], SHAPES)
    }

    /// The paint of an area's edge, where it is another than that of the area.
    #[must_use]
    pub fn edge(&self, area: Swatch) -> Option<Paint> {
        area.edge().map(|edge| self.paint(edge)).filter(|edge| *edge != self.paint(area))
    }
}
