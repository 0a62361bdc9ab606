//! Kinds of document: takes one, gives its name, from how far away it is read, and what follows from that.
//!
//! The one file that names them: what others must know of a kind they ask here.

use crate::geom::{Paper, Pt};

/// Which of the three documents a layout is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DocumentKind {
    /// One page to pin up.
    Poster,
    /// Seven slides.
    Handout,
    /// Front and back of a wallet card.
    Card,
}

/// From how far away a document is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Distance {
    /// Standing before it.
    Wall,
    /// Across a room.
    Screen,
    /// Held up to the eyes, once in a while.
    Hand,
}

/// How the size of the pages may be asked for on the command line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageRule {
    /// As a size of paper.
    Paper,
    /// As a size of card, and sheets set it to the size of their cells.
    Cut,
    /// It is what the layout says, and sheets make it smaller.
    Fixed,
}

impl DocumentKind {
    /// All three, in the order in which they are made.
    pub const ALL: [DocumentKind; 3] = [DocumentKind::Poster, DocumentKind::Handout, DocumentKind::Card];

    /// Their names, in the same order.
    pub const NAMES: [&str; 3] =
        [DocumentKind::Poster.as_str(), DocumentKind::Handout.as_str(), DocumentKind::Card.as_str()];

    /// The name that files and messages use.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            DocumentKind::Poster => "poster",
            DocumentKind::Handout => "handout",
            DocumentKind::Card => "card",
        }
    }

    /// What people call it, and a sentence about it.
    #[must_use]
    pub const fn title(self) -> (&'static str, &'static str) {
        match self {
            DocumentKind::Poster => ("Poster", "One page to pin up."),
            DocumentKind::Handout => ("Slides", "Seven slides, one a minute."),
            DocumentKind::Card => ("Wallet card", "Front and back of a card to carry."),
        }
    }

    /// The words of files, each with the kind that it names.
    #[must_use]
    pub fn words() -> [(&'static str, DocumentKind); 3] {
        Self::ALL.map(|kind| (kind.as_str(), kind))
    }

    /// The smallest running text that can be read from where this is read.
    #[must_use]
    pub const fn floor(self) -> Pt {
        self.distance().floor()
    }

    /// The same on another paper: a larger one is read from further away.
    #[must_use]
    pub fn floor_on(self, paper: Paper) -> Pt {
        match (self.distance(), paper) {
            (Distance::Wall, Paper::A3) => Pt::new(14.0),
            (distance, _) => distance.floor(),
        }
    }

    /// How the size of its pages may be asked for.
    #[must_use]
    pub const fn page_rule(self) -> PageRule {
        match self {
            DocumentKind::Poster => PageRule::Paper,
            DocumentKind::Handout => PageRule::Fixed,
            DocumentKind::Card => PageRule::Cut,
        }
    }

    /// Whether all seven sections have to be in it.
    #[must_use]
    pub const fn is_whole(self) -> bool {
        match self {
            DocumentKind::Poster | DocumentKind::Handout => true,
            DocumentKind::Card => false,
        }
    }

    const fn distance(self) -> Distance {
        match self {
            DocumentKind::Poster => Distance::Wall,
            DocumentKind::Handout => Distance::Screen,
            DocumentKind::Card => Distance::Hand,
        }
    }
}

impl Distance {
    /// The floor of type for clear print on a wall, for slides, and for a card.
    const fn floor(self) -> Pt {
        match self {
            Distance::Wall => Pt::new(12.0),
            Distance::Screen => Pt::new(18.0),
            Distance::Hand => Pt::new(7.0),
        }
    }
}
