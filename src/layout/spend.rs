//! Spending: in which order a page that has room left gives it away, and to what.

/// What can take a share of the room that a page has left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Token {
    /// Every length with two ends: padding, heights, the space between paragraphs.
    Air,
    /// The space between sections.
    Gap,
    /// The number for immediate danger.
    Alarm,
    /// All other numbers.
    Value,
    /// The title, and every other line that grows.
    Title,
    /// The distance of lines.
    Leading,
    /// The letters of styles whose size is said as two multiples of the body size: those of what to do.
    Lead,
    /// Every length of the frames that say so, such as those of a dial.
    Dial,
}

impl Token {
    /// How many there are.
    pub const COUNT: usize = 8;

    /// Every one, with the word that layout files use.
    pub const NAMES: [(&'static str, Token); Token::COUNT] = [
        ("air", Token::Air),
        ("gap", Token::Gap),
        ("alarm", Token::Alarm),
        ("value", Token::Value),
        ("title", Token::Title),
        ("leading", Token::Leading),
        ("lead", Token::Lead),
        ("dial", Token::Dial),
    ];
}

/// One step of spending: a token may grow up to a share of its way.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spend {
    /// What grows.
    pub token: Token,
    /// Up to which share of the way from its smallest to its largest, from 0 to 1.
    pub up_to: f32,
}

/// How far every token has grown, each from 0 to 1.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Shares([f32; Token::COUNT]);

impl Shares {
    /// How far a token has grown.
    #[must_use]
    pub const fn of(&self, token: Token) -> f32 {
        self.0[token as usize]
    }

    /// Every token wholly grown.
    pub const ALL: Self = Shares([1.0; Token::COUNT]);

    /// The same with one token grown to a share.
    #[must_use]
    pub const fn with(mut self, token: Token, share: f32) -> Self {
        self.0[token as usize] = share;
        self
    }
}
