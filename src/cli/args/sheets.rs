//! Options about paper: takes the words of a command line, gives names of sheets, paper and page sizes.

use briefpress::geom::{Point, Pt};
use clap::{ArgGroup, Args, ValueEnum};

/// Page sizes, and pages arranged on paper.
#[derive(Debug, Args)]
#[command(
    next_help_heading = "Sheets and page sizes",
    group = ArgGroup::new("sheets").multiple(true).args(["sheet", "handout"])
)]
pub(crate) struct SheetArgs {
    /// Also arrange cards on sheets: avery-c32011, avery-c32015, zweckform-32010, a4-2x5, a4-3x3, sra3-3x7
    #[arg(long, value_name = "NAME|FILE", value_delimiter = ',')]
    pub sheet: Vec<String>,
    /// Also arrange the slides on paper: 2-up, 3-up-notes, 6-up, booklet
    #[arg(long, value_name = "NAME|FILE", value_delimiter = ',')]
    pub handout: Vec<String>,
    /// Which paper --handout is for; A4 unless you say
    #[arg(long, value_name = "PAPER", requires = "handout")]
    pub sheet_paper: Option<SheetPaper>,
    /// How your printer turns the paper over to print its back
    #[arg(long, value_name = "EDGE", requires = "sheets")]
    pub flip: Option<FlipKind>,
    /// Move everything on sheets right and down by so many millimetres, such as 0.5,-1
    #[arg(long, value_name = "X,Y", requires = "sheets", allow_hyphen_values = true, value_parser = offset)]
    pub offset: Option<Point>,
    /// Also write a test sheet for each: outlines and a cross in millimetres, to try on plain paper
    #[arg(long, requires = "sheets")]
    pub test_sheet: bool,
    /// The paper of the poster; everything is fitted anew
    #[arg(long, value_name = "PAPER")]
    pub paper: Option<PosterPaper>,
    /// The size of the card in millimetres; a sheet that is cut already decides for its own cards
    #[arg(long, value_name = "SIZE")]
    pub card_size: Option<CardSize>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum SheetPaper {
    /// 210 x 297 mm
    A4,
    /// 148 x 210 mm
    A5,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum PosterPaper {
    /// 210 x 297 mm
    A4,
    /// 297 x 420 mm; text is at least 14 pt
    A3,
    /// US Letter, 8.5 x 11 inches
    Letter,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum CardSize {
    /// What UK printers cut
    #[value(name = "85x55")]
    Trade,
    /// What cut sheets for office printers hold
    #[value(name = "85x54")]
    Sheet,
    /// A bank card: 85.60 x 53.98
    #[value(name = "id-1")]
    Id1,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum FlipKind {
    /// Like the page of a book; usual for cards
    LongEdge,
    /// Like the page of a wall calendar; usual for booklets
    ShortEdge,
}

fn offset(text: &str) -> Result<Point, String> {
    let millimetres = |part: &str| {
        let number = part.trim().trim_end_matches("mm").trim_end().parse::<f32>().ok()?;
        (-20.0..=20.0).contains(&number).then(|| Pt::mm(number))
    };
    let both = text.split_once(',').and_then(|(x, y)| Some(Point::new(millimetres(x)?, millimetres(y)?)));
    both.ok_or_else(|| "give millimetres to the right and down, such as 0.5,-1; at most 20".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_offset_is_two_lengths_of_either_sign() {
        assert_eq!(offset("0.5,-1"), Ok(Point::new(Pt::mm(0.5), Pt::mm(-1.0))));
        assert_eq!(offset("-2mm, 0"), Ok(Point::new(Pt::mm(-2.0), Pt::ZERO)));
        for wrong in ["1", "1,2,3", "30,0", "a,b", "NaN,0", ""] {
            assert!(offset(wrong).is_err(), "{wrong}");
        }
    }
}
