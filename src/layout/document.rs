//! Kinds of document: takes one, gives its name, from how far away it is read, and what follows from that.
//!
//! The one file that names them: what others must know of a kind they ask here. All floors of type stand here too.

use crate::geom::{Paper, Pt};
use crate::language::Word;

/// The smallest letter on paper that anybody is asked to read, whatever it says and on whatever sheet.
pub const SMALLEST: Pt = Pt::new(7.0);

/// Letters on paper that are smaller than this are read by few: slides on sheets are set anew so that none is.
pub const READ_WELL: Pt = Pt::new(9.0);

/// Which document a layout is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DocumentKind {
    /// One page to pin up.
    Poster,
    /// Seven slides.
    Handout,
    /// Front and back of a wallet card.
    Card,
    /// Two sides of paper to hand out, with room for notes or for a long text.
    Leaflet,
    /// Pages in large print, as many as the text needs.
    LargePrint,
    /// One page of paper with all seven sections and the contacts, set anew for it, in place of slides made small.
    EightUp,
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
    /// Read on the lap or at a table, from beginning to end.
    Lap,
    /// Held in the hand by eyes that ordinary print is too small for.
    LargePrint,
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
    /// All of them, in the order in which they are made.
    pub const ALL: [DocumentKind; 6] = [
        DocumentKind::Poster,
        DocumentKind::Handout,
        DocumentKind::Card,
        DocumentKind::Leaflet,
        DocumentKind::LargePrint,
        DocumentKind::EightUp,
    ];

    /// Those that are made where nobody names any.
    pub const USUAL: [DocumentKind; 3] = [DocumentKind::Poster, DocumentKind::Handout, DocumentKind::Card];

    /// The names of all, in the same order.
    pub const NAMES: [&str; Self::ALL.len()] = {
        let mut names = [""; Self::ALL.len()];
        let mut at = 0;
        while at < names.len() {
            names[at] = Self::ALL[at].as_str();
            at += 1;
        }
        names
    };

    /// The name that files and messages use.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            DocumentKind::Poster => "poster",
            DocumentKind::Handout => "handout",
            DocumentKind::Card => "card",
            DocumentKind::Leaflet => "leaflet",
            DocumentKind::LargePrint => "large-print",
            DocumentKind::EightUp => "8-up",
        }
    }

    /// What people call it, and a sentence about it.
    #[must_use]
    pub const fn title(self) -> (&'static str, &'static str) {
        match self {
            DocumentKind::Poster => ("Poster", "One page to pin up."),
            DocumentKind::Handout => ("Slides", "Seven slides, one a minute."),
            DocumentKind::Card => ("Wallet card", "Front and back of a card to carry."),
            DocumentKind::Leaflet => ("Leaflet", "Two sides of A4 to hand out, with room for notes."),
            DocumentKind::LargePrint => ("Large print", "A4 pages at 18 pt, as many as the text needs."),
            DocumentKind::EightUp => {
                ("8-up", "All seven sections and the contacts on one page of A4, to hand out.")
            }
        }
    }

    /// The words of files, each with the kind that it names.
    #[must_use]
    pub fn words() -> [(&'static str, DocumentKind); Self::ALL.len()] {
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

    /// The smallest letter of any kind on it: in large print none is smaller than its text.
    #[must_use]
    pub const fn least_letter(self) -> Pt {
        match self.distance() {
            Distance::LargePrint => Distance::LargePrint.floor(),
            Distance::Wall | Distance::Screen | Distance::Hand | Distance::Lap => SMALLEST,
        }
    }

    /// What its title says of it after that of the briefing, where readers look for just this form.
    #[must_use]
    pub const fn said_in_title(self) -> Option<Word> {
        match self {
            DocumentKind::LargePrint => Some(Word::LargePrint),
            DocumentKind::Poster
            | DocumentKind::Handout
            | DocumentKind::Card
            | DocumentKind::Leaflet
            | DocumentKind::EightUp => None,
        }
    }

    /// The size below which its running text is said to be hard to read; nothing where its floor is no smaller, or
    /// where a few words are looked up and nothing is read through.
    #[must_use]
    pub const fn reads_well(self) -> Option<Pt> {
        match self {
            DocumentKind::EightUp => Some(READ_WELL),
            DocumentKind::Poster
            | DocumentKind::Handout
            | DocumentKind::Card
            | DocumentKind::Leaflet
            | DocumentKind::LargePrint => None,
        }
    }

    /// How the size of its pages may be asked for.
    #[must_use]
    pub const fn page_rule(self) -> PageRule {
        match self {
            DocumentKind::Poster => PageRule::Paper,
            DocumentKind::Handout
            | DocumentKind::Leaflet
            | DocumentKind::LargePrint
            | DocumentKind::EightUp => PageRule::Fixed,
            DocumentKind::Card => PageRule::Cut,
        }
    }

    /// Whether all seven sections have to be in it.
    #[must_use]
    pub const fn is_whole(self) -> bool {
        match self {
            DocumentKind::Poster
            | DocumentKind::Handout
            | DocumentKind::Leaflet
            | DocumentKind::LargePrint
            | DocumentKind::EightUp => true,
            DocumentKind::Card => false,
        }
    }

    const fn distance(self) -> Distance {
        match self {
            DocumentKind::Poster => Distance::Wall,
            DocumentKind::Handout => Distance::Screen,
            DocumentKind::Card | DocumentKind::EightUp => Distance::Hand,
            DocumentKind::Leaflet => Distance::Lap,
            DocumentKind::LargePrint => Distance::LargePrint,
        }
    }
}

impl Distance {
    /// The floor of running text for clear print on a wall and on the lap, for slides, for a card, and for large print
    /// (UKAAF, Creating clear print and large print documents, 2012: 12 and 16 points and larger).
    const fn floor(self) -> Pt {
        match self {
            Distance::Wall => Pt::new(12.0),
            Distance::Screen => Pt::new(18.0),
            Distance::Hand => SMALLEST,
            Distance::Lap => Pt::new(11.0),
            Distance::LargePrint => Pt::new(16.0),
        }
    }
}
